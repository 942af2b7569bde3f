package org.cairn.domain;

import java.util.List;

/// What a line of a list shows of the work on an item.
///
/// @param reviewers who has looked it through, as their marks stand
/// @param outdated whether every mark is of a revision before the present one
/// @param grade its grade such as `B2`, or empty
/// @param authenticity a code of the vocabulary `authenticity`, or empty
/// @param notes how many notes hold that the person may read
/// @param relations how many other items it is related to that the person may see
public record Glance(
        List<String> reviewers, boolean outdated, String grade, String authenticity, int notes, int relations) {

    /// Nobody has worked on it.
    public static final Glance NOTHING = new Glance(List.of(), false, "", "", 0, 0);

    public Glance {
        reviewers = List.copyOf(reviewers);
    }

    @Override
    public String toString() {
        return "Glance";
    }
}
