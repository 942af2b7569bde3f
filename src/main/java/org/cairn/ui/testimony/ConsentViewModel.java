package org.cairn.ui.testimony;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.cairn.archive.ConsentScope;
import org.cairn.archive.Holding;
import org.cairn.archive.Kept;
import org.cairn.archive.StandingConsent;
import org.cairn.domain.Consent;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// What a witness allows, use by use. Earlier decisions stay; the latest counts.
public final class ConsentViewModel implements StepForm {

    private final Desk desk;
    private final Messages words;
    private final Reference witness;
    private final Taking taking;
    private final Runnable changed;
    private final StepSaver saver;
    private final SigningViewModel signing;
    private final ConsentTerms terms = new ConsentTerms();
    private final Spoken spoken;
    private final List<ConsentUse> uses =
            ConsentScope.all().stream().map(ConsentUse::new).toList();
    private final ObservableMap<String, List<StandingConsent>> standing =
            FXCollections.observableMap(new LinkedHashMap<>());
    private final ObservableList<Summary> statements = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Holding> holding = new SimpleObjectProperty<>();
    private final BooleanProperty keeping = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Told> takenUp = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();

    /// @param taking the statement during which the witness is asked
    /// @param changed called once decisions were kept
    ConsentViewModel(Desk desk, Taking taking, Runnable changed) {
        this.desk = desk;
        this.signing = new SigningViewModel(desk, taking.draft().witness);
        this.words = desk.words().of("testimony");
        terms.readingDatesIn(desk.words().locale());
        this.witness = taking.draft().witness;
        this.taking = taking;
        this.changed = changed;
        terms.knowing(taking.draft());
        this.spoken = new Spoken(desk, taking.draft(), terms.language);
        this.saver = new StepSaver(desk, "consent/" + witness, this::entries, this::fail);
        saver.takeUp(this::fill);
        load();
    }

    /// Whose consent it is.
    Reference witness() {
        return witness;
    }

    /// Signing on the screen.
    SigningViewModel signing() {
        return signing;
    }

    /// What is read out while it is explained.
    Spoken spoken() {
        return spoken;
    }

    /// What goes with all decisions that are kept together.
    ConsentTerms terms() {
        return terms;
    }

    /// The uses that are asked about, in order.
    List<ConsentUse> uses() {
        return uses;
    }

    /// One of them.
    ConsentUse use(String code) {
        return uses.stream().filter(use -> use.code().equals(code)).findFirst().orElseThrow();
    }

    /// The decisions that count now, by use.
    ObservableMap<String, List<StandingConsent>> standing() {
        return standing;
    }

    /// Statements of the witness besides the one being taken, about which alone something can be decided.
    ObservableList<Summary> statements() {
        return statements;
    }

    /// The statement that is being taken, once it was kept.
    Optional<Reference> current() {
        return taking.reference();
    }

    /// Where something is that was taken back just now.
    ObjectProperty<@Nullable Holding> holdingProperty() {
        return holding;
    }

    /// Whether decisions are being kept.
    BooleanProperty keepingProperty() {
        return keeping;
    }

    /// That something stands here from before.
    ObjectProperty<@Nullable Told> takenUpProperty() {
        return takenUp;
    }

    /// What happened.
    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Keeps what was chosen: each a decision of its own, all of them or none.
    public void keep() {
        if (keeping.get()) {
            return;
        }
        Optional<Told> objection = objection();
        if (objection.isPresent()) {
            told.set(objection.get());
            return;
        }
        keeping.set(true);
        if (terms.about.get().equals(ConsentTerms.THIS)) {
            taking.kept(statement -> decide(Optional.of(statement)), () -> keeping.set(false));
        } else {
            decide(Reference.tryParse(terms.about.get()));
        }
    }

    private void decide(Optional<Reference> statement) {
        List<Consent> decisions = new ArrayList<>();
        uses.forEach(use ->
                use.decided().ifPresent(decided -> decisions.add(terms.decision(witness, statement, use, decided))));
        desk.tasks().fetch(() -> desk.archive().witnesses().decide(decisions), this::kept, failure -> {
            keeping.set(false);
            fail(failure);
        });
    }

    private void kept(List<Kept> decisions) {
        keeping.set(false);
        takenUp.set(null);
        spoken.note("opening");
        uses.stream().filter(use -> use.decided().isPresent()).forEach(use -> spoken.note("use." + use.code()));
        uses.forEach(ConsentUse::clear);
        terms.clear();
        saver.kept();
        told.set(Told.success(words.text("consent.kept", decisions.size())));
        load();
        changed.run();
        // only now: what is kept is kept, whether or not this can be looked up
        List<Reference> kept = decisions.stream().map(Kept::reference).toList();
        desk.tasks().fetch(() -> desk.archive().witnesses().holdingAfter(kept), holding::set, this::fail);
    }

    private Optional<Told> objection() {
        if (uses.stream().allMatch(use -> use.decided().isEmpty())) {
            return Optional.of(Told.info(words.text("consent.nothingChosen")));
        }
        return terms.objection()
                .map(key -> Told.warning(words.text(key), words.text(key + ".do")))
                .or(() -> objection("consent.recipientMissing", ConsentUse::lacksRecipient))
                .or(() -> objection("consent.conditionsMissing", ConsentUse::lacksConditions));
    }

    private Optional<Told> objection(String key, Predicate<ConsentUse> lacking) {
        return uses.stream()
                .filter(lacking)
                .findFirst()
                .map(use -> Told.warning(
                        words.text(key, desk.words().vocabulary("consent-scope", use.code())),
                        words.text(key + ".do")));
    }

    @Override
    public Runnable parting() {
        return saver.parting();
    }

    @Override
    public void close() {
        saver.close();
    }

    private Map<String, String> entries() {
        Map<String, String> all = new TreeMap<>();
        uses.forEach(use -> use.putInto(all));
        terms.putInto(all);
        return all;
    }

    private void fill(Map<String, String> all, Instant typedAt, boolean changedMeanwhile) {
        uses.forEach(use -> use.takeFrom(all));
        terms.takeFrom(all);
        takenUp.set(StepSaver.told(desk.words(), typedAt, changedMeanwhile));
    }

    private void load() {
        desk.tasks().fetch(() -> desk.archive().witnesses().standing(witness), this::show, this::fail);
        desk.tasks().fetch(() -> desk.archive().testimonies().ofWitness(witness), this::offer, this::fail);
    }

    private void show(List<StandingConsent> decisions) {
        standing.clear();
        decisions.forEach(
                decision -> standing.merge(decision.consent().scope(), List.of(decision), ConsentViewModel::joined));
    }

    private static List<StandingConsent> joined(List<StandingConsent> some, List<StandingConsent> others) {
        List<StandingConsent> all = new ArrayList<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }

    private void offer(List<Summary> kept) {
        List<Summary> others = kept.stream()
                .filter(summary -> !Optional.of(summary.reference()).equals(taking.reference()))
                .toList();
        if (!others.equals(statements)) {
            statements.setAll(others);
        }
    }

    private void fail(Throwable failure) {
        told.set(desk.errors().tell(failure));
    }
}
