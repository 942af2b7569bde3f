package org.cairn.archive;

import java.nio.file.Path;
import org.cairn.intake.Limits;

/// An unlocked archive: everything people do with it starts here.
///
/// Closing it locks it: keys are wiped, the index and the database are closed, others may open it.
public final class Archive implements AutoCloseable {

    private final Path folder;
    private final String name;
    private final Session session;
    private final ArchiveLock lock;
    private final Records records;
    private final Witnesses witnesses;
    private final Testimonies testimonies;
    private final Evidence evidence;
    private final Synonyms synonyms;
    private final Searches searches;
    private final TermReports termReports;
    private final SavedSearches savedSearches;
    private final SearchStatements searchStatements;
    private final Policies policies;
    private final HitReports hitReports;
    private final ReviewSets reviewSets;
    private final Bundles bundles;
    private final Redactions redactions;
    private final BundleTimes bundleTimes;
    private final Custody custody;
    private final Drafts drafts;
    private final Users users;
    private final Forms forms;
    private final OwnForms ownForms;
    private final Scripts scripts;
    private final TakenSubmissions submissions;
    private final Recovery recovery;
    private final Recordings recordings;
    private final Signatures signatures;
    private final Reviews reviews;
    private final Notes notes;
    private final ElementLinks elementLinks;
    private final Assessments assessments;
    private final Recognition recognition;
    private final Relatives relatives;
    private final Correspondence correspondence;
    private final Things things;
    private final Batches batches;
    private final Intakes intakes;
    private final Lookalikes lookalikes;
    private final Renditions renditions;
    private boolean closed;

    Archive(Path folder, String name, Session session, ArchiveLock lock) {
        this.folder = folder;
        this.name = name;
        this.session = session;
        this.lock = lock;
        this.witnesses = new Witnesses(session);
        this.testimonies = new Testimonies(session, witnesses);
        this.evidence = new Evidence(session, witnesses, Limits.DEFAULT);
        this.synonyms = new Synonyms(session);
        this.searches = new Searches(session, synonyms);
        this.termReports = new TermReports(session, searches);
        this.savedSearches = new SavedSearches(session, searches);
        this.searchStatements = new SearchStatements(session, searches);
        this.policies = new Policies(session);
        this.renditions = new Renditions(session, witnesses, folder);
        this.recognition = new Recognition(session);
        this.bundles = new Bundles(session, witnesses, searches, renditions, recognition);
        this.redactions = new Redactions(session, witnesses, renditions);
        this.bundleTimes = new BundleTimes(session);
        this.ownForms = new OwnForms(session);
        this.scripts = new Scripts(session);
        this.submissions = new TakenSubmissions(session, ownForms, evidence);
        this.elementLinks = new ElementLinks(session, searches);
        this.records = new Records(session, witnesses, testimonies, evidence, bundles, ownForms, elementLinks);
        this.custody = new Custody(session);
        this.drafts = new Drafts(session);
        this.users = new Users(session, folder);
        this.forms = new Forms(records, witnesses, testimonies);
        this.recovery = new Recovery(session, folder);
        this.recordings = new Recordings(session, witnesses, folder);
        this.signatures = new Signatures(session, evidence);
        this.reviews = new Reviews(session);
        this.hitReports = new HitReports(session, searches, reviews, witnesses);
        this.reviewSets = new ReviewSets(session, searches, reviews);
        this.notes = new Notes(session);
        this.assessments = new Assessments(session);
        this.relatives = new Relatives(session);
        this.correspondence = new Correspondence(session);
        this.things = new Things(session);
        this.batches = new Batches(session);
        this.intakes = new Intakes(session);
        this.lookalikes = new Lookalikes(session, renditions);
    }

    /// What people call it.
    public String name() {
        return name;
    }

    /// Where it lies.
    public Path folder() {
        return folder;
    }

    /// Who unlocked it.
    public User user() {
        return session.user();
    }

    /// Records of every kind: keep, revise, read, list.
    public Records records() {
        return records;
    }

    /// Witnesses, their identities, consents and risks.
    public Witnesses witnesses() {
        return witnesses;
    }

    /// What witnesses sign with.
    public Signatures signatures() {
        return signatures;
    }

    /// Statements.
    public Testimonies testimonies() {
        return testimonies;
    }

    /// Files and things.
    public Evidence evidence() {
        return evidence;
    }

    /// Who has looked what through.
    public Reviews reviews() {
        return reviews;
    }

    /// What people wrote beside records.
    public Notes notes() {
        return notes;
    }

    /// Which records bear on which elements of crimes.
    public ElementLinks elementLinks() {
        return elementLinks;
    }

    /// How far items are to be trusted.
    public Assessments assessments() {
        return assessments;
    }

    /// What items are to one another.
    public Relatives relatives() {
        return relatives;
    }

    /// Which messages belong together.
    public Correspondence correspondence() {
        return correspondence;
    }

    /// Things without a file, and what is done to things.
    public Things things() {
        return things;
    }

    /// Items that look like others.
    public Lookalikes lookalikes() {
        return lookalikes;
    }

    /// What was taken in at once, and the reports of it.
    public Intakes intakes() {
        return intakes;
    }

    /// One change to many records.
    public Batches batches() {
        return batches;
    }

    /// Finding passages.
    public Searches searches() {
        return searches;
    }

    /// What lists of search terms find.
    public TermReports termReports() {
        return termReports;
    }

    /// Words that mean the same in this archive.
    public Synonyms synonyms() {
        return synonyms;
    }

    /// Searches that are asked again, and what they had found.
    public SavedSearches savedSearches() {
        return savedSearches;
    }

    /// What searches found or did not find, signed.
    public SearchStatements searchStatements() {
        return searchStatements;
    }

    /// What the archive's owner decided for everybody.
    public Policies policies() {
        return policies;
    }

    /// Sets of records to be looked through.
    public ReviewSets reviewSets() {
        return reviewSets;
    }

    /// Lists of all that a search found.
    public HitReports hitReports() {
        return hitReports;
    }

    /// Bundles for a tribunal.
    public Bundles bundles() {
        return bundles;
    }

    /// When bundles were there, as authorities attest.
    public BundleTimes bundleTimes() {
        return bundleTimes;
    }

    /// The ledger, and proving everything.
    public Custody custody() {
        return custody;
    }

    /// Work that is no revision yet.
    public Drafts drafts() {
        return drafts;
    }

    /// Who may unlock it.
    public Users users() {
        return users;
    }

    /// Records written as JSON by people and scripts.
    public Forms forms() {
        return forms;
    }

    /// Questions and terms that an organisation added.
    public OwnForms ownForms() {
        return ownForms;
    }

    /// What is read out to witnesses.
    public Scripts scripts() {
        return scripts;
    }

    /// What other tools collected.
    public TakenSubmissions submissions() {
        return submissions;
    }

    /// The paper that opens the archive when its owner's passphrase is lost.
    public Recovery recovery() {
        return recovery;
    }

    /// Recording what witnesses say.
    public Recordings recordings() {
        return recordings;
    }

    /// Text on scans and pictures.
    public Recognition recognition() {
        return recognition;
    }

    /// What is taken out of bundles.
    public Redactions redactions() {
        return redactions;
    }

    /// Items as programs of others show them.
    public Renditions renditions() {
        return renditions;
    }

    /// What its use cases share, for tests of one of them.
    Session session() {
        return session;
    }

    /// Whether it has been locked.
    public synchronized boolean closed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        recordings.endListening();
        session.closing().begin();
        recordings.finishBeforeLocking();
        // whatever has not reached the index yet reaches it at the next opening
        try (lock;
                var store = session.store();
                var vault = session.vault();
                var index = session.index()) {
            endWorkWithKeys();
        }
    }

    /// What reads may keep the database or the index open for a while: the keys do not wait for it. Whoever is writing
    /// signs what they write to its end.
    private void endWorkWithKeys() {
        try (renditions;
                recognition;
                lookalikes) {
            evidence.close();
        } finally {
            session.store().betweenWrites(session.keyring()::close);
        }
    }
}
