"""JSON: strict, with every fault and its path; a document, a stream of lines, and the schema of both."""
