package org.cairn.domain.query;

import java.util.List;

/// What can be asked, by example, for whoever shows it: the message files have a query and what it finds for each code
/// (`guide.near.example`, `guide.near`).
public final class QueryExamples {

    /// In the order in which they are learnt.
    public static final List<String> CODES = List.of(
            "all",
            "sentence",
            "stem",
            "phrase",
            "exact",
            "name",
            "alike",
            "alone",
            "or",
            "not",
            "brackets",
            "near",
            "then",
            "wild",
            "fuzzy",
            "pattern",
            "title",
            "date",
            "kind",
            "language",
            "tag",
            "witness",
            "place",
            "has",
            "reviewed",
            "source",
            "element",
            "ref");

    private QueryExamples() {}
}
