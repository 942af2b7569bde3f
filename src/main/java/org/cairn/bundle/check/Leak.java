package org.cairn.bundle.check;

/// Something that should not be in a finished file, and where.
///
/// @param kind where it is
/// @param word which of the protected words it is, from 0; -1 where the place itself is what is wrong
/// @param page on which page, from 1; 0 where it is on none, or nobody can say
/// @param object number of the object in the file; 0 where it is in none
/// @param alone whether the word is no part of a longer word
public record Leak(Kind kind, int word, int page, long object, boolean alone) {

    /// The places a word can hide in.
    public enum Kind {
        /// Text of a page, seen or not.
        PAGE_TEXT,
        /// Text of a form that no page shows, or of what is laid over a page.
        UNSHOWN_TEXT,
        /// What a stream holds when it is unpacked.
        STREAM,
        /// A string or a name of an object.
        OBJECT,
        /// What the document says of itself.
        INFORMATION,
        /// The same, in XML; or of a part of it.
        METADATA,
        BOOKMARK,
        /// A note, a link or another thing laid over a page.
        ANNOTATION,
        /// What stands for a picture or a word to whoever hears the page.
        STRUCTURE,
        FORM_FIELD,
        /// A layer that can be shown or hidden.
        LAYER,
        ATTACHMENT,
        /// A font's name, its glyphs' names, or letters in it that no page shows.
        FONT,
        /// What a machine reads on a picture.
        PICTURE,
        /// What a camera or a program wrote beside a picture.
        PICTURE_METADATA,
        /// Bytes of the file that are no object.
        BETWEEN_OBJECTS,
        FILE_NAME,
        /// The file holds an earlier state of itself.
        EARLIER_REVISION,
        /// Something stands after the file's end.
        AFTER_THE_END,
        /// A part of the file that cannot be read: nobody can say what it holds.
        UNREADABLE
    }
}
