package org.cairn.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.domain.CrimeElement;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Revision;
import org.cairn.store.StoreView;

/// What a record bears on, as far as a person sees: by its links, and by its tags where no link says better.
final class RecordLinks {

    private final Session session;
    private final Elements elements = new Elements();

    RecordLinks(Session session) {
        this.session = session;
    }

    /// All of a record that the person may see, withdrawn links among them; at the end what only its tags say.
    List<Linked> of(StoreView view, Revision subject) {
        List<Linked> all = new ArrayList<>(view.about(subject.reference(), RecordKind.LINK).stream()
                .filter(revision -> session.maySee(view, revision.reference()))
                .map(Linked::of)
                .sorted(Linked.ORDER)
                .toList());
        all.addAll(tags(subject, all));
        return all;
    }

    /// The same without those that are withdrawn.
    List<Linked> standing(StoreView view, Revision subject) {
        return of(view, subject).stream().filter(one -> !one.withdrawn()).toList();
    }

    private List<Linked> tags(Revision subject, List<Linked> links) {
        if (!(subject.record() instanceof EvidenceItem item)) {
            return List.of();
        }
        Set<String> said = links.stream()
                .filter(one -> !one.withdrawn())
                .map(Linked::element)
                .collect(Collectors.toSet());
        return elements.of(item)
                .map(CrimeElement::code)
                .filter(code -> !said.contains(code))
                .map(code -> new Linked(subject.reference(), code, Optional.empty()))
                .toList();
    }
}
