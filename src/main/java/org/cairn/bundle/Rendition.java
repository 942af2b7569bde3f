package org.cairn.bundle;

import org.cairn.bundle.insert.Bytes;
import org.cairn.progress.Progress;

/// A file as a program of others lays it out: pages of an office document, the picture in a file that is not drawn
/// here. Made when it is asked for.
public interface Rendition {

    /// The pages, or the picture.
    ///
    /// @throws NotMade when there are none, and why
    Made made(Progress progress) throws NotMade;

    /// What was made.
    ///
    /// @param mediaType `application/pdf`, or that of a picture
    /// @param by the program, with its version
    record Made(Bytes bytes, String mediaType, String by) {
        @Override
        public String toString() {
            return "Made";
        }
    }

    /// Nothing was made of it; the message is a code such as `notInstalled`.
    final class NotMade extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reasonCode;

        public NotMade(String reasonCode) {
            super(reasonCode);
            this.reasonCode = reasonCode;
        }

        /// Why: the last part of a key `insert.notLaidOut.…` in the messages of `bundle`.
        public String reasonCode() {
            return reasonCode;
        }
    }
}
