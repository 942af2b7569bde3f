package org.cairn.archive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.domain.FormRecord;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;

/// The records that the fields of a form name, by reference or with a place: `T-0007`, `T-0007 ¶5`.
final class Named {

    private final List<Place> places = new ArrayList<>();

    /// A record that is named.
    ///
    /// @param at the place in it
    record Place(Reference reference, Optional<Pinpoint> at) {}

    private Named() {}

    /// In the order in which they are named; each place once.
    static List<Place> in(FormRecord form) {
        Named named = new Named();
        named.add(form.fields());
        return named.places.stream().distinct().toList();
    }

    /// The witnesses whom a form names, also as whom it belongs to.
    static Stream<Reference> witnesses(FormRecord form) {
        return Stream.concat(form.witness().stream(), in(form).stream().map(Place::reference))
                .filter(reference -> reference.kind() == RecordKind.WITNESS)
                .distinct();
    }

    private void add(Object value) {
        switch (value) {
            case Map<?, ?> map -> map.values().forEach(this::add);
            case Collection<?> list -> list.forEach(this::add);
            case String text -> place(text).ifPresent(places::add);
            default -> {
                // a number or a yes names nobody
            }
        }
    }

    private static Optional<Place> place(String text) {
        return Pinpoint.tryParse(text)
                .map(at -> new Place(at.reference(), Optional.of(at)))
                .or(() -> Reference.tryParse(text.strip()).map(reference -> new Place(reference, Optional.empty())));
    }
}
