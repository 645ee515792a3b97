"""Who is who: the bundled records, the forms of a name, and finding whom a name means."""
