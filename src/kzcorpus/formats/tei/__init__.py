"""TEI-XML, after TEI P5: the text as it stands, everything else as stand-off, and inline markup derived from it.

What is written is valid against ``tei_all`` 4.12.0 and 4.3.0, and against the stricter ``profile.rng``; every field of the model comes
back equal. Each module names the home of the fields it writes and reads, and holds both functions side by side: ``vocabulary`` (ids,
pointers, characters), ``values``, ``dates``, ``names``, ``voices``, ``provenance``, ``statements``, ``annotations``, ``registers``,
``events``, ``inline``, ``body``, ``header``, ``articles``, ``corpora``; ``writer`` and ``reader`` are the doors.

Choices that the Guidelines leave open:

- A corpus may bear the id of one of its articles, so its ``xml:id`` is ``ID.corpus``; all other ids share one space.
- A title is never empty: where there is none it holds the id, and ``type="id"`` says so.
- A kind of a person or a group that is unknown is said (``ana="#_actor.unspecified"``), since the element alone means one or the other;
  a source that is unknown too (``subtype="unsourced"``), since a ``bibl`` stands there in any case for the date of publication.
- The code of a finding is mapped as ids are, since strings do not stand in attributes; the empty code has no ``subtype``.
- A score outside 0 to 1 is no certainty: it stands in ``n``, not in ``cert``.
- A statement that a correction proposes has an ``xml:id`` of its own, ``ID.value``, and in ``n`` the id it would bear.
- Provenances that are written alike share one element; 0.0 and -0.0 are not.

Reading is strict. What is as it was written is proved right by writing it again; anything else is examined patiently, and every fault
named with its line, its XPath, what was found and what was expected. Their codes are ``tei.`` and one of

==========  =================================================================================================
xml         not well-formed
encoding    neither UTF-8 nor UTF-16
doctype     a document type declaration, which is never needed
limit       larger, wider or more faulty than is read
foreign     no TEI; what others wrote, ``kzcorpus.formats.tei.foreign`` reads
include     a file to include that cannot be, or must not
version     a later profile
schema      the RELAX NG schema of the caller
structure   an element, an attribute or its value, or a text where the profile has none
id          an ``xml:id`` that repeats, or is that of no id
pointer     what leads nowhere
range       a range over another text
date        no EDTF date
value       a number out of bounds
text        a text that its length or digest does not fit
model       what does not hold together: offsets outside the text, ids of the wrong kind, circles
derived     inline markup, titles and the like that differ from what they are derived from
==========  =================================================================================================
"""
