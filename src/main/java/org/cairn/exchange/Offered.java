package org.cairn.exchange;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cairn.domain.NotMapped;
import org.jspecify.annotations.Nullable;

/// One submission of a file: as it was read, or why it could not be.
public sealed interface Offered {

    /// Which one of its file it is, from 1.
    int place();

    /// What it calls itself, for whoever looks for it again; may be empty.
    String title();

    /// A submission as its tool wrote it.
    ///
    /// @param tool `martus`, `odk` or `csv`
    /// @param form what the tool calls its form
    /// @param formVersion which version of it
    /// @param instance what the tool calls this one; empty where it has no name
    /// @param replaces the earlier one that it replaces; empty where it does not
    /// @param content SHA-256 of what it says, in hexadecimal: the same where the same is offered again
    /// @param own the form that its own file describes, where it does
    /// @param answers what was answered, by question: texts, maps for groups, lists for repeats
    /// @param attachments names of files beside it that belong to it and that no question names
    /// @param hidden questions whose answers the tool kept private
    /// @param notMapped what of it has no place here
    record Submission(
            int place,
            String title,
            String tool,
            String form,
            String formVersion,
            String instance,
            String replaces,
            String content,
            @Nullable ForeignForm own,
            Map<String, Object> answers,
            List<String> attachments,
            Set<String> hidden,
            List<NotMapped> notMapped)
            implements Offered {

        /// The same with other answers, and what of them has no place here.
        Submission with(Map<String, Object> all, String newContent, List<NotMapped> left) {
            return new Submission(
                    place,
                    title,
                    tool,
                    form,
                    formVersion,
                    instance,
                    replaces,
                    newContent,
                    own,
                    all,
                    attachments,
                    hidden,
                    left);
        }

        @Override
        public String toString() {
            return "Submission " + place;
        }
    }

    /// One that cannot be taken.
    ///
    /// @param reasons why: codes (`refused.<code>`) each followed by what it is about, after a blank
    record Refused(int place, String title, List<String> reasons) implements Offered {
        @Override
        public String toString() {
            return "Refused " + place;
        }
    }
}
