package org.cairn.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cairn.domain.Answers;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.ListQuery;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Term;
import org.cairn.exchange.ForeignForm;
import org.cairn.exchange.ForeignForms;
import org.cairn.exchange.Unreadable;
import org.cairn.store.RecordJson;
import org.cairn.store.StoreTransaction;
import org.cairn.store.StoreView;

/// Questions and terms that an organisation added, and those that come with the program.
///
/// A record names the revision of the form it was made with, and is read with that revision's words for good.
public final class OwnForms {

    /// Vocabularies whose terms an organisation may add to; the rules of the others hang on their codes.
    public static final List<String> EXTENSIBLE =
            List.of("witness-category", "alleged-role", "facility-type", "payment-kind", "evidence-type");

    /// The form that terms added one by one are kept in.
    private static final String OWN_TERMS = "own-terms";

    private static final int MANY = 10_000;
    private static final Pattern NAME = Pattern.compile("(F-\\d{1,9})/(\\d{1,9})", Pattern.CASE_INSENSITIVE);
    private static final Pattern BUILT_IN = Pattern.compile("[a-z]{1,20}(-[a-z]{2,8})?/\\d{1,4}");
    private static final Map<String, Optional<FormDefinition>> WITH_THE_PROGRAM = new ConcurrentHashMap<>();

    private final Session session;

    /// Whether a form of this name is the archive's own: no other tool's may take its place.
    static boolean reserved(String id) {
        return id.equals(OWN_TERMS);
    }

    OwnForms(Session session) {
        this.session = session;
    }

    /// Reads a form from a file, without keeping it: a form file of this program, or a form of another tool.
    ///
    /// @param file what the file is called, without its folder
    /// @param extended the kind of record that the questions of another tool's form are added to
    /// @throws ArchiveException.InvalidInput when it is no form, naming what is wrong
    public static FormOffer read(byte[] bytes, String file, RecordKind extended) {
        String start = new String(bytes, 0, Math.min(bytes.length, 400), StandardCharsets.UTF_8).strip();
        if (start.startsWith("{") || start.startsWith("//") || start.startsWith("/*")) {
            return new FormOffer(Forms.form(new String(bytes, StandardCharsets.UTF_8)), List.of());
        }
        try {
            ForeignForm read = ForeignForms.read(bytes, file, extended);
            return new FormOffer(read.form(), read.notMapped());
        } catch (Unreadable e) {
            String where = e.detail().isEmpty() ? file : file + " " + e.detail();
            throw new ArchiveException.InvalidInput(where, e.code().equals("tooLarge") ? "formTooLarge" : e.code());
        }
    }

    /// Keeps a form: a new one, or the next revision of the one that its makers call the same.
    ///
    /// What is offered again unchanged is not kept twice.
    public Kept add(FormDefinition form) {
        session.require(Permission.RECORD);
        Scripts.requireWhole(form);
        requireLists(form);
        return Kept.of(session.store().inTransaction(tx -> add(tx, form)));
    }

    Revision add(StoreTransaction tx, FormDefinition form) {
        Optional<Revision> before = all(tx).stream()
                .filter(revision -> definition(revision).id().equals(form.id()))
                .findFirst();
        if (before.filter(revision -> revision.record().equals(form)).isPresent()) {
            return before.get();
        }
        return before.map(revision -> session.keep(tx, revision.reference(), form, revision.number(), "REVISED"))
                .orElseGet(() -> session.keep(tx, tx.next(RecordKind.FORM), form, 0, "KEPT"));
    }

    /// Keeps a further revision of a form; records that were made with an earlier one stay with it.
    public Kept revise(Reference reference, FormDefinition form, int basedOn) {
        session.require(Permission.RECORD);
        Scripts.requireWhole(form);
        requireLists(form);
        return Kept.of(session.store().inTransaction(tx -> {
            session.visible(tx, reference);
            return session.keep(tx, reference, form, basedOn, "REVISED");
        }));
    }

    /// A form by what its makers call it, as it is now.
    public Optional<KeptForm> called(String id) {
        return list().stream().filter(kept -> kept.form().id().equals(id)).findFirst();
    }

    /// Every form of the archive as it is now, in the order they came.
    public List<KeptForm> list() {
        session.require(Permission.READ);
        return session.store()
                .read(view -> all(view).stream().map(OwnForms::kept).toList());
    }

    /// The forms whose questions are asked of a kind of record.
    public List<KeptForm> of(RecordKind kind) {
        return list().stream()
                .filter(kept -> !kept.form().retired())
                .filter(kept -> kept.form().extendsKind().filter(kind::equals).isPresent())
                .toList();
    }

    /// The form that a record names: the archive's own `F-0001/2`, or `person/1` of the program.
    public Optional<FormDefinition> named(String name) {
        return session.store().read(view -> named(view, name));
    }

    static Optional<FormDefinition> named(StoreView view, String name) {
        Matcher own = NAME.matcher(name.strip());
        if (!own.matches()) {
            return withTheProgram(name);
        }
        return Reference.tryParse(own.group(1))
                .flatMap(reference -> view.history(reference).stream()
                        .filter(revision -> revision.number() == Integer.parseInt(own.group(2)))
                        .findFirst()
                        .map(OwnForms::definition));
    }

    /// The forms whose answers a record holds, in their order; of one that is not there nothing is known but its name.
    static List<FormDefinition> answered(StoreView view, Optional<Answers> answers) {
        return answers.map(Answers::forms).orElse(List.of()).stream()
                .map(filled -> named(view, filled.form()).orElseGet(() -> unknown(filled.form())))
                .toList();
    }

    private static FormDefinition unknown(String name) {
        return new FormDefinition(
                name,
                "",
                Map.of(),
                LanguageTag.UNDETERMINED,
                Optional.empty(),
                List.of(),
                Map.of(),
                false,
                Optional.empty());
    }

    /// A form that comes with the program, where there is one of that name.
    public static Optional<FormDefinition> withTheProgram(String name) {
        return BUILT_IN.matcher(name).matches()
                ? WITH_THE_PROGRAM.computeIfAbsent(name, OwnForms::read)
                : Optional.empty();
    }

    private static Optional<FormDefinition> read(String name) {
        String path = "/forms/built-in/" + name.replace('/', '-') + ".json";
        try (InputStream in = OwnForms.class.getResourceAsStream(path)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of((FormDefinition)
                            RecordJson.read(RecordKind.FORM, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The codes of a vocabulary, none where there is no such list, those that were added after those of the program;
    /// retired ones are left out.
    public List<String> codes(String vocabulary) {
        if (!Vocabulary.exists(vocabulary)) {
            return List.of();
        }
        List<Term> added = terms(vocabulary);
        Set<String> retired =
                Set.copyOf(added.stream().filter(Term::retired).map(Term::code).toList());
        return Stream.concat(
                        Vocabulary.codes(vocabulary).stream(), added.stream().map(Term::code))
                .distinct()
                .filter(code -> !retired.contains(code))
                .toList();
    }

    /// Refuses a code that is none of a vocabulary's, added ones among them.
    static void require(StoreView view, String vocabulary, String field, String code) {
        List<String> codes = Stream.concat(
                        Vocabulary.codes(vocabulary).stream(),
                        terms(view, vocabulary).stream().map(Term::code))
                .distinct()
                .toList();
        if (!codes.contains(code)) {
            throw new ArchiveException.InvalidInput(field, "unknownValue", codes);
        }
    }

    /// The terms that were added to a vocabulary, or that give one of its own terms another name.
    public List<Term> terms(String vocabulary) {
        return session.store().read(view -> terms(view, vocabulary));
    }

    static List<Term> terms(StoreView view, String vocabulary) {
        Map<String, Term> terms = new LinkedHashMap<>();
        all(view)
                .forEach(revision -> definition(revision)
                        .lists()
                        .getOrDefault(EXTENSIBLE.contains(vocabulary) ? vocabulary : "", List.of())
                        .forEach(term -> terms.put(term.code(), term)));
        return List.copyOf(terms.values());
    }

    /// Adds a term to a vocabulary, or names one anew, or retires it.
    public Kept keepTerm(String vocabulary, Term term) {
        session.require(Permission.RECORD);
        if (!EXTENSIBLE.contains(vocabulary)) {
            throw new ArchiveException.InvalidInput("vocabulary", "unknownValue", EXTENSIBLE);
        }
        return Kept.of(session.store().inTransaction(tx -> add(tx, withTerm(ownTerms(tx), vocabulary, term))));
    }

    private static FormDefinition ownTerms(StoreView view) {
        return all(view).stream()
                .map(OwnForms::definition)
                .filter(form -> form.id().equals(OWN_TERMS))
                .findFirst()
                .orElseGet(() -> new FormDefinition(
                        OWN_TERMS,
                        "",
                        Map.of(),
                        LanguageTag.UNDETERMINED,
                        Optional.empty(),
                        List.of(),
                        Map.of(),
                        false,
                        Optional.empty()));
    }

    private static FormDefinition withTerm(FormDefinition own, String vocabulary, Term term) {
        Map<String, List<Term>> lists = new LinkedHashMap<>(own.lists());
        List<Term> terms = new ArrayList<>(lists.getOrDefault(vocabulary, List.of()));
        int place = terms.stream().map(Term::code).toList().indexOf(term.code());
        if (place < 0) {
            terms.add(term);
        } else {
            terms.set(place, term);
        }
        lists.put(vocabulary, terms);
        return new FormDefinition(
                own.id(),
                own.version(),
                own.titles(),
                own.language(),
                own.extendsKind(),
                own.fields(),
                lists,
                own.retired(),
                own.origin(),
                own.script());
    }

    private static List<Revision> all(StoreView view) {
        return view.list(RecordKind.FORM, ListQuery.first(MANY), org.cairn.domain.Protection.PUBLIC).items().stream()
                .flatMap(summary -> view.current(summary.reference()).stream())
                .toList();
    }

    private static KeptForm kept(Revision revision) {
        return new KeptForm(revision.reference(), revision.number(), definition(revision));
    }

    private static FormDefinition definition(Revision revision) {
        return (FormDefinition) revision.record();
    }

    /// A choice needs its list: one of the form's own, or a vocabulary.
    private static void requireLists(FormDefinition form) {
        form.everyField()
                .forEach(field -> field.list()
                        .filter(list -> !form.lists().containsKey(list) && !Vocabulary.exists(list))
                        .ifPresent(list -> {
                            throw new ArchiveException.InvalidInput("fields." + field.name() + ".list", "noSuchList");
                        }));
    }
}
