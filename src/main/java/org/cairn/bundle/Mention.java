package org.cairn.bundle;

import java.util.Optional;
import org.cairn.domain.Pinpoint;

/// Where something is told of in a bundle.
///
/// @param mark of the exhibit that tells of it
/// @param at the place in it, where that is known and is in the bundle
public record Mention(String mark, Optional<Pinpoint> at) {

    /// In an exhibit as a whole.
    public static Mention in(String mark) {
        return new Mention(mark, Optional.empty());
    }

    /// The mark with the place: `A/1 ¶5`, `B/2 p. 37`.
    String marked() {
        return mark + at.map(Mention::place).orElse("");
    }

    /// How a place is written behind a mark: ` ¶5`, ` p. 37`.
    static String place(Pinpoint pinpoint) {
        return pinpoint.toString().substring(pinpoint.reference().toString().length());
    }

    @Override
    public String toString() {
        return "Mention";
    }
}
