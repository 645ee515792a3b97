"""TEI that other projects wrote, as a corpus: its text, its blocks, who speaks according to its registers, and a list of what is lost.

Parliament (``u/@who``), drama (``sp/@who``), speech in prose (``said``, ``q``, ``quote``), letters (``correspDesc``), web pages; P5 with
and without its namespace, and P4. Element names are what counts, in whatever customization they stand: nothing is validated on the way.
``reading`` is the door, ``streamed`` that for one article after another; ``recognition`` says what is TEI at all, ``inclusion`` brings in
local files, ``walking`` makes the text with the help of ``flow``, ``frames`` and ``elements``, ``registers``, ``names``, ``dates``,
``pointing`` and ``voices`` tell who is meant, ``speech`` (with ``quotations``, ``joining`` and ``labelling``), ``mentions`` and ``framing``
what the text holds, ``header`` and ``correspondence`` where it comes from, ``losses`` what has no place, ``checking`` what is wrong.

**The text.** A run of white space inside a block is one space (as it stands under ``xml:space="preserve"``), ``lb`` is a line feed, and
between blocks stands one line feed; every other character stands as in the document, in its order, headings and notes included. Only what
analyses the text (``fs``, ``spanGrp``, ``standOff`` and the like), and alternatives to what stands (``sic`` beside ``corr``), is no part.
"""
