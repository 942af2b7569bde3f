package org.cairn.ui.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.archive.Drafts;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;

/// The bundle drafts on the desk, the one worked on last foremost: exhibits can be laid into it from any screen.
///
/// Drafts live in the archive's own drafts, each under an id of its own. All methods wait: call them through `Tasks`.
public final class BundleInHand {

    /// How the ids of bundle drafts begin.
    public static final String PREFIX = "bundle/";

    private final Drafts drafts;

    public BundleInHand(Drafts drafts) {
        this.drafts = drafts;
    }

    /// A draft and its id.
    public record Laid(String id, BundleDraft draft) {
        @Override
        public String toString() {
            return "Laid";
        }
    }

    /// Every draft, the one worked on last first.
    public List<Drafts.Draft> all() {
        return drafts.list().stream()
                .filter(draft -> draft.id().startsWith(PREFIX))
                .toList();
    }

    /// An id that no draft has yet.
    public String freshId() {
        int most = all().stream()
                .map(draft -> draft.id().substring(PREFIX.length()))
                .filter(number -> number.matches("\\d{1,8}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
        return PREFIX + (most + 1);
    }

    /// Keeps a draft under its id.
    public void save(String id, BundleDraft draft) {
        drafts.save(id, Drafts.write(draft));
    }

    /// The draft of an id.
    public Optional<BundleDraft> load(String id) {
        return drafts.load(id).map(BundleInHand::read);
    }

    /// Whether a record can lie in a bundle: a statement or an item of evidence.
    public static boolean takes(Reference reference) {
        return reference.kind() == RecordKind.TESTIMONY || reference.kind() == RecordKind.EVIDENCE;
    }

    /// Lays an exhibit into the draft worked on last; begins one where there is none.
    ///
    /// @param title the title of a new draft
    /// @param section the title of a new draft's first section
    /// @return the draft it lies in now; the same as before when it lay there already
    public Laid add(Reference exhibit, String title, String section, LanguageTag language) {
        String foremost = all().stream().findFirst().map(Drafts.Draft::id).orElse("");
        return add(foremost, exhibit, title, section, language);
    }

    /// Lays an exhibit into one draft; begins one where there is none of that id.
    public Laid add(String id, Reference exhibit, String title, String section, LanguageTag language) {
        Laid into = load(id).map(draft -> new Laid(id, draft))
                .orElseGet(() -> new Laid(freshId(), blank(title, section, language)));
        BundleDraft with = with(into.draft(), exhibit, section);
        save(into.id(), with);
        return new Laid(into.id(), with);
    }

    /// A draft with nothing in it.
    public static BundleDraft blank(String title, String section, LanguageTag language) {
        return new BundleDraft(
                title,
                "",
                "",
                "peoples-tribunal",
                Protection.CONFIDENTIAL,
                language,
                "SUBMIT_TRIBUNAL",
                Optional.empty(),
                1,
                "",
                List.of(new BundleDraft.Section(section, List.of())),
                List.of());
    }

    /// The record of a draft.
    public static BundleDraft read(Drafts.Draft draft) {
        return Drafts.read(RecordKind.BUNDLE, draft.json());
    }

    private static BundleDraft with(BundleDraft draft, Reference exhibit, String section) {
        if (draft.references().contains(exhibit)) {
            return draft;
        }
        List<BundleDraft.Section> sections = new ArrayList<>(draft.sections());
        if (sections.isEmpty()) {
            sections.add(new BundleDraft.Section(section, List.of()));
        }
        BundleDraft.Section last = sections.getLast();
        List<BundleDraft.Exhibit> exhibits = new ArrayList<>(last.exhibits());
        exhibits.add(new BundleDraft.Exhibit(exhibit, ""));
        sections.set(sections.size() - 1, new BundleDraft.Section(last.title(), exhibits));
        return draft.withSections(sections);
    }
}
