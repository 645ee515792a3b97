"""TEI-XML, after TEI P5: the text as it stands, everything else as stand-off, and inline markup derived from it."""
