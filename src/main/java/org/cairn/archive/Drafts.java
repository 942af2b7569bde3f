package org.cairn.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.domain.ArchiveRecord;
import org.cairn.domain.RecordKind;
import org.cairn.store.DraftLine;
import org.cairn.store.RecordJson;
import org.cairn.store.StoreView;

/// Work in progress: saved apart every few seconds, inside the encrypted database, until it is kept as a revision.
public final class Drafts {

    private final Session session;

    Drafts(Session session) {
        this.session = session;
    }

    /// One piece of work.
    ///
    /// @param id the screen's own name for it
    /// @param json what it was last
    /// @param savedAt when it was saved
    public record Draft(String id, String json, Instant savedAt) {
        @Override
        public String toString() {
            return "Draft";
        }
    }

    /// Saves a draft; when it returns, a crash cannot take it away.
    public void save(String id, String json) {
        session.require(Permission.RECORD);
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        session.store().inTransaction(tx -> {
            tx.putDraft(mine(id), bytes, session.now());
            return id;
        });
    }

    /// The draft of a name, when there is one.
    public Optional<Draft> load(String id) {
        return session.store()
                .read(view -> view.drafts().stream()
                        .filter(line -> line.id().equals(mine(id)))
                        .findFirst()
                        .map(line -> draft(view, line)));
    }

    /// Forgets a draft: it was kept, or is not wanted.
    public void discard(String id) {
        session.store().inTransaction(tx -> {
            tx.removeDraft(mine(id));
            return id;
        });
    }

    /// The person's own drafts, the latest first.
    public List<Draft> list() {
        String prefix = mine("");
        return session.store()
                .read(view -> view.drafts().stream()
                        .filter(line -> line.id().startsWith(prefix))
                        .map(line -> draft(view, line))
                        .sorted(java.util.Comparator.comparing(Draft::savedAt).reversed())
                        .toList());
    }

    private Draft draft(StoreView view, DraftLine line) {
        String json = view.draft(line.id())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
        return new Draft(line.id().substring(mine("").length()), json, line.at());
    }

    /// A record as the JSON that drafts and forms are written in.
    public static String write(ArchiveRecord record) {
        return RecordJson.write(record);
    }

    /// A record from such JSON.
    @SuppressWarnings("unchecked")
    public static <T extends ArchiveRecord> T read(RecordKind kind, String json) {
        return (T) RecordJson.read(kind, json);
    }

    private String mine(String id) {
        return mine(session) + id;
    }

    /// What the names of a person's drafts begin with.
    static String mine(Session session) {
        String name = session.user().name();
        // with its length, so that no name is the beginning of another's
        return name.length() + ":" + name + "/";
    }
}
