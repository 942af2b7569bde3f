package org.cairn.archive;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.crypto.SealedBox;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Consent;
import org.cairn.domain.Identity;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.RiskAssessment;
import org.cairn.domain.Witness;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.store.RecordJson;
import org.cairn.store.SealedIdentity;
import org.cairn.store.StoreTransaction;

/// Witnesses, who they are, what they allowed and what threatens them.
public final class Witnesses {

    private static final String SEALED = "IDENTITY_SEALED";
    private static final int MANY = Integer.MAX_VALUE;

    private final Session session;

    Witnesses(Session session) {
        this.session = session;
    }

    /// Keeps a witness under a new pseudonym, and who they are apart from it.
    public Kept keep(Witness witness, Optional<Identity> identity) {
        session.require(Permission.RECORD);
        return Kept.of(session.store().inTransaction(tx -> keep(tx, witness, identity)));
    }

    Revision keep(StoreTransaction tx, Witness witness, Optional<Identity> identity) {
        new AnswerRules(session, tx).require(witness.answers());
        Revision kept = session.keep(tx, tx.next(RecordKind.WITNESS), witness, 0, "KEPT");
        identity.ifPresent(who -> seal(tx, kept.reference(), who));
        return kept;
    }

    /// Seals who a witness is to the identity custodians. Whoever records may do it; only a custodian can open it. What
    /// was sealed before stays.
    public void keepIdentity(Reference witness, Identity identity) {
        session.require(Permission.RECORD);
        session.store().inTransaction(tx -> {
            session.requireWitness(tx, witness);
            seal(tx, witness, identity);
            return witness;
        });
    }

    /// Who a witness is: for identity custodians, and written down each time.
    ///
    /// @throws ArchiveException.NotPermitted for everybody else
    public Optional<Identity> identity(Reference witness) {
        return identities(witness).stream().findFirst().map(OpenedIdentity::who);
    }

    /// Who a witness is, and who they were said to be before, the last first: for identity custodians, and written
    /// down each time.
    ///
    /// @throws ArchiveException.NotPermitted for everybody else
    public List<OpenedIdentity> identities(Reference witness) {
        session.require(Permission.READ_IDENTITY);
        List<SealedIdentity> all = sealed(witness);
        if (all.isEmpty()) {
            return List.of();
        }
        List<CustodyEvent> lines = session.store().read(view -> view.custody(Optional.of(witness), 0, MANY)).stream()
                .filter(line -> line.action().equals(SEALED))
                .toList();
        List<OpenedIdentity> opened = all.stream().map(one -> open(one, lines)).toList();
        session.store().inTransaction(tx -> session.note(tx, "IDENTITY_READ", Optional.of(witness), Map.of()));
        return opened;
    }

    private OpenedIdentity open(SealedIdentity one, List<CustodyEvent> lines) {
        byte[] json = session.keyring().unsealIdentity(one.sealed(), context(one.witness()));
        Optional<CustodyEvent> line = lines.stream()
                .filter(candidate ->
                        candidate.details().getOrDefault("hash", "").equals(hash(one)))
                .findFirst()
                .or(() -> beforeHashes(one, lines));
        return new OpenedIdentity(
                RecordJson.readValue(Identity.class, new String(json, StandardCharsets.UTF_8)),
                one.number(),
                line.map(CustodyEvent::at),
                line.map(CustodyEvent::actor));
    }

    /// Of those that an early version sealed only the last is there.
    private static Optional<CustodyEvent> beforeHashes(SealedIdentity one, List<CustodyEvent> lines) {
        return one.number() > 1
                ? Optional.empty()
                : lines.stream()
                        .filter(line -> !line.details().containsKey("hash"))
                        .max(Comparator.comparingLong(CustodyEvent::sequence));
    }

    private List<SealedIdentity> sealed(Reference witness) {
        return session.store().read(view -> {
            session.requireWitness(view, witness);
            return view.identities(witness);
        });
    }

    /// Whether the person may read who a witness is.
    public boolean mayOpenIdentities() {
        return Permission.READ_IDENTITY.allows(session.user());
    }

    /// Whether it is known who a witness is.
    public boolean hasIdentity(Reference witness) {
        session.require(Permission.READ);
        return !sealed(witness).isEmpty();
    }

    /// Everything a witness decided, in the order they decided it.
    public List<Revision> consents(Reference witness) {
        session.require(Permission.READ);
        return session.store().read(view -> {
            session.visible(view, witness);
            return view.consentsOf(witness);
        });
    }

    /// Keeps a further decision; those before it stay.
    ///
    /// @throws ArchiveException.InvalidInput when nobody is asked about such a use, or it is allowed for a recipient
    ///     who would have to be named and is not
    public Kept decide(Consent consent) {
        return decide(List.of(consent)).getFirst();
    }

    /// Keeps decisions that were taken together: all of them, or none.
    public List<Kept> decide(List<Consent> consents) {
        session.require(Permission.RECORD);
        consents.forEach(Witnesses::requireSound);
        return session.store()
                .inTransaction(tx -> consents.stream()
                        .map(consent -> Kept.of(decide(tx, consent)))
                        .toList());
    }

    private Revision decide(StoreTransaction tx, Consent consent) {
        session.requireWitness(tx, consent.witness());
        consent.statement().ifPresent(statement -> session.visible(tx, statement));
        Revision kept = session.keep(tx, tx.next(RecordKind.CONSENT), consent, 0, "CONSENT");
        session.note(
                tx,
                "CONSENT_DECIDED",
                Optional.of(consent.witness()),
                Map.of(
                        "scope", consent.scope(),
                        "decision", consent.decision().name(),
                        "consent", kept.reference().toString()));
        return kept;
    }

    private static void requireSound(Consent consent) {
        ConsentScope scope = ConsentScope.of(consent.scope());
        if (consent.decision().allows()) {
            scope.requireNamed(consent.recipient());
        }
    }

    /// What a witness's decisions come to today.
    public ConsentStanding standing(
            Reference witness, Optional<Reference> statement, String scope, Optional<String> recipient) {
        return new ConsentRule(consents(witness)).standing(statement, scope, recipient, today());
    }

    /// The same for what is to leave: who must be asked is asked, whether the person may know of them or not.
    ConsentStanding judged(Reference witness, Reference item, String scope, Optional<String> recipient) {
        return new ConsentRule(decided(witness)).standing(Optional.of(item), scope, recipient, today());
    }

    /// What a witness decided, whether the person may know of them or not.
    List<Revision> decided(Reference witness) {
        return session.store().read(view -> view.consentsOf(witness));
    }

    /// Every decision of a witness that still counts, use by use, statement by statement, recipient by recipient.
    public List<StandingConsent> standing(Reference witness) {
        return new ConsentRule(consents(witness)).standing(today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(session.now(), ZoneOffset.UTC);
    }

    /// Keeps an assessment of what threatens a witness.
    public Kept assess(RiskAssessment risk) {
        session.require(Permission.RECORD);
        return Kept.of(session.store().inTransaction(tx -> {
            session.requireWitness(tx, risk.witness());
            return session.keep(tx, tx.next(RecordKind.RISK), risk, 0, "KEPT");
        }));
    }

    /// Bundles, made or in the making, that hold a statement or an item, by itself or inside something else.
    public List<Reference> bundlesHolding(Reference item) {
        session.require(Permission.READ);
        return session.store().read(view -> {
            session.visible(view, item);
            return Holding.of(session, view, List.of(item)).bundles();
        });
    }

    /// What somebody who took something back, or refused it, must be told: the bundles that hold what it is about.
    public Holding holdingAfter(List<Reference> consents) {
        session.require(Permission.READ);
        return session.store()
                .read(view -> Holding.of(
                        session,
                        view,
                        consents.stream()
                                .map(consent -> session.visible(view, consent).record())
                                .flatMap(record -> record instanceof Consent consent ? Stream.of(consent) : Stream.of())
                                .filter(consent -> consent.decision().forbids())
                                .flatMap(consent -> Holding.about(view, consent))
                                .toList()));
    }

    /// Says that a record was tied to a witness by mistake: nobody asks for their consent to it any more, nor to what
    /// came inside it. A file is described without them at once; a statement must name another witness before.
    ///
    /// @param reason why, for the ledger: it leaves with no exhibit
    /// @throws ArchiveException.NotPermitted unless counsel or an owner says so
    /// @throws ArchiveException.InvalidInput without a reason, or where the record was never theirs or still names them
    public void untie(Reference record, Reference witness, String reason) {
        session.require(Permission.UNTIE);
        if (reason.isBlank()) {
            throw new ArchiveException.InvalidInput("reason", "missing");
        }
        session.store().inTransaction(tx -> {
            session.requireWitness(tx, witness);
            new Ties(session).end(tx, session.visible(tx, record), witness, reason.strip());
            return record;
        });
    }

    void seal(StoreTransaction tx, Reference witness, Identity identity) {
        byte[] json = RecordJson.write(identity).getBytes(StandardCharsets.UTF_8);
        byte[] key = java.util.HexFormat.of().parseHex(tx.setting("identityKey").orElseThrow());
        SealedIdentity kept = tx.addIdentity(witness, SealedBox.seal(key, json, context(witness), session.random()));
        session.note(
                tx,
                SEALED,
                Optional.of(witness),
                Map.of("revision", String.valueOf(kept.number()), "hash", hash(kept)));
    }

    private static String hash(SealedIdentity one) {
        return one.fingerprint().hex();
    }

    private static byte[] context(Reference witness) {
        return ("identity " + witness).getBytes(StandardCharsets.UTF_8);
    }
}
