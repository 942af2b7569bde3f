package org.cairn.bundle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.dates.DateWording;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.Glance;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.RecordKind;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.HitList.Head;
import org.cairn.domain.search.HitList.Tail;
import org.cairn.domain.search.SearchAnswer.Unseen;
import org.cairn.domain.search.SearchRequest.Filter;
import org.cairn.i18n.Messages;

/// What a list of hits says, in plain words, whatever it is written as.
final class HitWords {

    private static final List<String> TYPES =
            List.of("evidence-type", "interview-kind", "witness-category", "consent-scope", "facility-type");

    private final Words words;
    private final Messages search;
    private final Messages vocabulary;

    HitWords(Locale language) {
        this.words = new Words(language);
        this.search = Messages.of("search", language);
        this.vocabulary = Messages.of("vocabulary", language);
    }

    /// What stands for something.
    record Said(String label, String value) {
        @Override
        public String toString() {
            return "Said";
        }
    }

    Words words() {
        return words;
    }

    String says(String key, Object... arguments) {
        return words.text("hits." + key, arguments);
    }

    Stream<String> head() {
        return Stream.of("reference", "title", "place", "date", "language", "kind", "text", "protection", "reviewed")
                .map(column -> says("column." + column));
    }

    /// One place, in the order of the head.
    List<String> cells(Hit hit, Hit.Snippet place, Glance work) {
        return List.of(
                hit.reference().toString(),
                title(hit),
                place.pinpoint().toString(),
                date(hit),
                language(hit),
                kind(hit),
                text(place),
                words.coded("protection", hit.protection().name()),
                reviewed(work));
    }

    /// What an item is called: a witness is not known by a name.
    String title(Hit hit) {
        return hit.reference().kind() == RecordKind.WITNESS
                ? listed("witness-category", hit.title()).orElse(hit.title())
                : hit.title();
    }

    /// A place in a few letters: `p. 3`, `¶14`, `00:12:31`.
    static String shortly(Hit.Snippet place) {
        return place.pinpoint()
                .toString()
                .substring(place.pinpoint().reference().toString().length())
                .strip();
    }

    /// The words around what was found, in one line; a machine's reading is told as that.
    String text(Hit.Snippet place) {
        String text = line(place.text());
        return place.recognised() ? text + " [" + search.text("hit.recognised") + "]" : text;
    }

    static String line(String text) {
        return text.replaceAll("\\s", " ");
    }

    /// What an item is and how it is kept, in one line.
    String facts(Hit hit, Glance work) {
        return Stream.of(
                        kind(hit),
                        date(hit),
                        language(hit),
                        words.coded("protection", hit.protection().name()),
                        reviewed(work))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private String kind(Hit hit) {
        String kind = search.text("kind." + hit.reference().kind().code());
        return TYPES.stream()
                .flatMap(list -> listed(list, hit.type()).stream())
                .findFirst()
                .map(type -> kind + ", " + type)
                .orElse(kind);
    }

    private Optional<String> listed(String list, String code) {
        String key = list + "." + code;
        return vocabulary.has(key) ? Optional.of(vocabulary.text(key)) : Optional.empty();
    }

    /// What only the file says is told as that.
    private String date(Hit hit) {
        return hit.date()
                .map(date ->
                        hit.dateClaimed() ? search.text("date.claimed", dated(date.replace("?", ""))) : dated(date))
                .orElse("");
    }

    private String dated(String edtf) {
        return FuzzyDate.ofEdtf(edtf, edtf)
                .map(DateWording.in(words.locale())::phrase)
                .orElse(edtf);
    }

    private String language(Hit hit) {
        return hit.language().map(words::language).orElse("");
    }

    private String reviewed(Glance work) {
        if (work.reviewers().isEmpty()) {
            return says("nobody");
        }
        String names = words.list(work.reviewers());
        return says(work.outdated() ? "reviewedBefore" : "reviewedBy", names);
    }

    /// What was asked, of what, when, by whom and for whom.
    List<Said> asked(Head head) {
        List<Said> said = new ArrayList<>();
        String query = head.request().query();
        said.add(new Said(says("query"), query.isBlank() ? says("everything") : query));
        narrowed(head.request().filter()).ifPresent(value -> said.add(new Said(says("narrowed"), value)));
        said.add(new Said(says("order"), search.text("sort." + head.request().sort())));
        said.add(new Said(says("items"), ReportSheets.number(head.items())));
        said.add(
                new Said(words.text("intake.asOf"), words.moment(head.standing().asOf())));
        said.add(new Said(words.text("intake.askedBy"), head.standing().askedBy()));
        said.add(new Said(says("use"), listed("consent-scope", head.scope()).orElse(head.scope())));
        if (!head.recipient().isBlank()) {
            said.add(new Said(says("recipient"), head.recipient()));
        }
        return said;
    }

    private Optional<String> narrowed(Filter filter) {
        List<String> parts = new ArrayList<>();
        filter.kinds().stream()
                .map(kind -> search.text("kind." + kind.code()))
                .sorted()
                .forEach(parts::add);
        filter.types().stream()
                .sorted()
                .map(code -> TYPES.stream()
                        .flatMap(list -> listed(list, code).stream())
                        .findFirst()
                        .orElse(code))
                .forEach(parts::add);
        filter.languages().stream()
                .sorted(java.util.Comparator.comparing(LanguageTag::tag))
                .map(words::language)
                .forEach(parts::add);
        filter.protections().stream()
                .sorted()
                .map(level -> words.coded("protection", level.name()))
                .forEach(parts::add);
        filter.from().map(this::from).ifPresent(parts::add);
        filter.to().map(this::to).ifPresent(parts::add);
        filter.within().map(Object::toString).ifPresent(parts::add);
        return parts.isEmpty() ? Optional.empty() : Optional.of(words.list(parts));
    }

    private String from(LocalDate day) {
        return search.text("filter.from") + " " + words.date(day);
    }

    private String to(LocalDate day) {
        return search.text("filter.to") + " " + words.date(day);
    }

    /// What the list holds, and what it does not.
    List<Said> unseen(Head head, Tail tail) {
        Unseen unseen = head.unseen();
        return List.of(
                new Said(says("listed"), ReportSheets.number(tail.items())),
                new Said(says("places"), ReportSheets.number(tail.places())),
                new Said(says("keptBack"), ReportSheets.number(tail.keptBack())),
                new Said(words.text("terms.unread"), ReportSheets.number(unseen.unread())),
                new Said(words.text("terms.awaitingOcr"), ReportSheets.number(unseen.awaitingOcr())),
                new Said(words.text("terms.noPermission"), ReportSheets.number(unseen.noPermission())),
                new Said(words.text("terms.waiting"), ReportSheets.number(unseen.waiting())),
                new Said(says("undated"), ReportSheets.number(unseen.undated())));
    }

    /// What proves of which state of the archive it is.
    List<Said> proof(Head head) {
        return List.of(
                new Said(words.text("intake.program"), head.standing().program()),
                new Said(words.text("intake.archive"), head.standing().archive()),
                new Said(
                        words.text("intake.head"),
                        head.standing().headLine() + " · "
                                + head.standing().head().hex()),
                new Said(words.text("terms.analyser"), head.standing().analyser()));
    }
}
