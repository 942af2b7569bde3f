package org.cairn.domain;

import java.util.List;

/// Which answers of another tool's form are what a statement has a place of its own for; all others are kept as
/// answers to that form. Each is a list of paths such as `interview.when`, the first that was answered counts, save
/// for the account, the names and the contacts, where all do.
///
/// @param title the line for lists
/// @param language the language of the account
/// @param date when it was taken
/// @param place where it was taken
/// @param interviewer who took it
/// @param account what the witness said
/// @param name who the witness is: sealed apart
/// @param aliases other names of theirs: sealed apart
/// @param contact how to reach them: sealed apart
/// @param family who their family is: sealed apart
/// @param born when they were born: sealed apart
public record SubmissionMapping(
        List<String> title,
        List<String> language,
        List<String> date,
        List<String> place,
        List<String> interviewer,
        List<String> account,
        List<String> name,
        List<String> aliases,
        List<String> contact,
        List<String> family,
        List<String> born) {

    public SubmissionMapping {
        title = List.copyOf(title);
        language = List.copyOf(language);
        date = List.copyOf(date);
        place = List.copyOf(place);
        interviewer = List.copyOf(interviewer);
        account = List.copyOf(account);
        name = List.copyOf(name);
        aliases = List.copyOf(aliases);
        contact = List.copyOf(contact);
        family = List.copyOf(family);
        born = List.copyOf(born);
    }

    /// An answer that found a place of its own.
    ///
    /// @param question where it was asked
    /// @param to what it is now: a component of the mapping
    public record Mapped(String question, String to) {

        @Override
        public String toString() {
            return "Mapped";
        }
    }

    @Override
    public String toString() {
        return "SubmissionMapping";
    }
}
