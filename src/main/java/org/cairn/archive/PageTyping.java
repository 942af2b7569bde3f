package org.cairn.archive;

import java.util.Map;
import java.util.Optional;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Transcript;
import org.cairn.domain.TypedPage;
import org.cairn.domain.TypedPages;
import org.cairn.domain.reading.Reading;

/// Pages that a person reads and types: each time a revision, which says by whom.
final class PageTyping {

    private final Session session;

    PageTyping(Session session) {
        this.session = session;
    }

    Kept keep(Reference reference, int page, String text, LanguageTag language, int basedOn) {
        session.require(Permission.RECORD);
        TypedPage typed = new TypedPage(page, language, session.user().name(), text.strip());
        return Kept.of(session.store().inTransaction(tx -> {
            EvidenceItem before = Evidence.item(session.visible(tx, reference));
            int pages = tx.reading(reference).map(Reading::pages).orElse(0);
            if (page > Math.max(1, pages)) {
                throw new ArchiveException.InvalidInput("page", "unknownValue");
            }
            Optional<Transcript> transcript = before.transcript();
            TypedPages all = transcript
                    .flatMap(Transcript::typed)
                    .orElse(new TypedPages(java.util.List.of()))
                    .with(typed);
            Transcript now = transcript
                    .map(said -> new Transcript(
                            said.language(),
                            said.by(),
                            said.into(),
                            said.translator(),
                            said.segments(),
                            Optional.of(all)))
                    .orElseGet(() -> Transcript.of(all));
            Revision kept = session.keep(tx, reference, before.saying(now), basedOn, "DESCRIBED");
            session.note(
                    tx,
                    "TRANSCRIBED",
                    Optional.of(reference),
                    Map.of("page", String.valueOf(page), "language", language.tag()));
            RecognisedText.follow(tx, reference);
            return kept;
        }));
    }
}
