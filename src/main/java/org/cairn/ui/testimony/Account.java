package org.cairn.ui.testimony;

/// What a paragraph on the screen asks of the statement around it.
interface Account {
    /// Begins a paragraph after this one with the rest of its words.
    void splitAfter(ParagraphDraft paragraph, String rest);

    /// Joins a paragraph to the one before it, where nothing is lost by that.
    void mergeBefore(ParagraphDraft paragraph);

    /// Goes on writing at the end of a paragraph.
    void writeIn(ParagraphDraft paragraph);

    /// Goes to the paragraph before (-1) or after (1).
    void step(ParagraphDraft paragraph, int by);

    /// Keeps in mind where the cursor stood in the paragraph one writes in, whose row is taken for another one.
    void carry(int caret);

    /// Plays the recording from where the paragraph begins.
    void hear(ParagraphDraft paragraph);

    /// What was shown to the witness.
    ExhibitsViewModel exhibits();
}
