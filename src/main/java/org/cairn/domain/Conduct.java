package org.cairn.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How an interview was led and how the person was cared for: what the Méndez Principles (2021), the Murad Code (2022)
/// and the OHCHR Manual on Human Rights Monitoring (chapters 11 and 14) ask to be written down beside the account.
///
/// @param started when it began, in UTC
/// @param ended when it was over, in UTC
/// @param training what the interviewer was trained in
/// @param device what sound or pictures were recorded with
/// @param priorAccounts to whom the witness has told this before; each further time harms
/// @param caution the caution that was read to an insider or possible suspect
/// @param support who stayed with the witness, by name or code
/// @param distress what was seen of distress, and what was done
/// @param referrals what help was offered
/// @param closing how the witness left
/// @param readOut what was read out to the witness, in which language and version; absent where nothing was noted
public record Conduct(
        Optional<Instant> started,
        Optional<Instant> ended,
        String training,
        String device,
        List<PriorAccount> priorAccounts,
        Optional<Caution> caution,
        String support,
        List<Distress> distress,
        List<Referral> referrals,
        Optional<ClosingCheck> closing,
        Optional<List<ReadOut>> readOut) {

    public Conduct {
        priorAccounts = List.copyOf(priorAccounts);
        distress = List.copyOf(distress);
        referrals = List.copyOf(referrals);
        // one way to say that nothing was noted
        readOut = readOut.filter(noted -> !noted.isEmpty()).map(List::copyOf);
        if (started.isPresent()
                && ended.filter(end -> end.isBefore(started.get())).isPresent()) {
            throw new ArchiveException.InvalidInput("ended", "beforeItBegan");
        }
    }

    /// A conduct of which nothing is noted that was read out.
    public Conduct(
            Optional<Instant> started,
            Optional<Instant> ended,
            String training,
            String device,
            List<PriorAccount> priorAccounts,
            Optional<Caution> caution,
            String support,
            List<Distress> distress,
            List<Referral> referrals,
            Optional<ClosingCheck> closing) {
        this(
                started,
                ended,
                training,
                device,
                priorAccounts,
                caution,
                support,
                distress,
                referrals,
                closing,
                Optional.empty());
    }

    /// Nothing is known of it.
    public static Conduct unknown() {
        return new Conduct(
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                List.of(),
                Optional.empty(),
                "",
                List.of(),
                List.of(),
                Optional.empty());
    }

    /// An account given to somebody else before.
    ///
    /// @param to to whom: an authority, an organisation, a journalist
    /// @param when when, as far as known
    /// @param written whether it was written down or recorded
    /// @param note where it is now, and what must not be asked again
    public record PriorAccount(String to, Optional<FuzzyDate> when, boolean written, String note) {

        public PriorAccount {
            Texts.requireGiven("to", to);
        }

        @Override
        public String toString() {
            return "PriorAccount";
        }
    }

    /// The caution before an account that may incriminate whoever gives it (Rome Statute 55(2)).
    ///
    /// @param at when it was read, in UTC
    /// @param language in which language
    /// @param by who read it
    /// @param understood whether the witness said that they understood it
    public record Caution(Instant at, LanguageTag language, String by, boolean understood) {

        @Override
        public String toString() {
            return "Caution";
        }
    }

    /// Distress that was seen.
    ///
    /// @param at when, in UTC
    /// @param seen what was seen or said
    /// @param done what was done: a break, water, another subject
    public record Distress(Instant at, String seen, String done) {

        public Distress {
            Texts.requireGiven("seen", seen);
        }

        @Override
        public String toString() {
            return "Distress";
        }
    }

    /// Help that was offered.
    ///
    /// @param type a code of the vocabulary `referral`
    /// @param accepted whether the witness took it up
    /// @param followUp who looks after it and when
    public record Referral(String type, boolean accepted, String followUp) {

        public Referral {
            Texts.requireGiven("type", type);
        }

        @Override
        public String toString() {
            return "Referral";
        }
    }

    /// How the witness left.
    ///
    /// @param condition how they were at the end, in their words or the interviewer's
    /// @param safeWay whether the way home was safe
    /// @param knowsContact whether they know how to reach somebody, and how to withdraw what they allowed
    public record ClosingCheck(String condition, boolean safeWay, boolean knowsContact) {

        @Override
        public String toString() {
            return "ClosingCheck";
        }
    }

    @Override
    public String toString() {
        return "Conduct";
    }
}
