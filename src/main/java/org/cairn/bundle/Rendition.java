package org.cairn.bundle;

import java.util.List;
import org.cairn.bundle.insert.Bytes;
import org.cairn.domain.served.RuleResult.Outcome;
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
    /// @param said what a reader must be told of it
    record Made(Bytes bytes, String mediaType, String by, List<Said> said) {
        public Made {
            said = List.copyOf(said);
        }

        /// Of which nothing needs to be told.
        public Made(Bytes bytes, String mediaType, String by) {
            this(bytes, mediaType, by, List.of());
        }

        /// The same with what a reader must be told of it.
        public Made saying(List<Said> words) {
            return new Made(bytes, mediaType, by, words);
        }

        @Override
        public String toString() {
            return "Made";
        }
    }

    /// How a file stands on its pages, or what of it does not.
    ///
    /// @param code the last part of a key `rule.SLIP.…` in the messages of `bundle`
    /// @param count how many it is said of, where that is said
    record Said(Outcome outcome, String code, int count) {}

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
