package org.cairn.bundle;

import java.util.ArrayList;
import java.util.List;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.RuleResult.Outcome;

/// How a volume stands to what its court takes at once: said before writing of the exhibits, after it of the file.
///
/// A volume that is too large is still written: a court may take it by another way, and only a person can ask.
public final class VolumeLimits {

    private static final long MEGABYTE = 1_000_000;

    private VolumeLimits() {}

    /// Before anything is written.
    ///
    /// @param bytes of all exhibits together
    /// @param pages that the exhibits have at least
    public static List<RuleResult> before(CourtProfile court, long bytes, int pages) {
        return results(court, bytes, pages, "preflight.volume");
    }

    /// Of a finished volume.
    static List<RuleResult> after(CourtProfile court, long bytes, int pages) {
        return results(court, bytes, pages, "rule.volume");
    }

    private static List<RuleResult> results(CourtProfile court, long bytes, int pages, String code) {
        List<RuleResult> results = new ArrayList<>();
        court.largestVolume()
                .ifPresent(most -> results.add(size(court, bytes, most, code + "Size", "volume.megabytes")));
        court.advisedVolume()
                .ifPresent(most -> results.add(size(court, bytes, most, code + "Advised", "volume.megabytes.advised")));
        court.mostPages()
                .ifPresent(most -> results.add(RuleResult.of(
                        "8",
                        pages > most ? Outcome.NEEDS_PERSON : Outcome.MET,
                        code + "Pages",
                        pages,
                        most,
                        court.source("volume.pages"))));
        return results;
    }

    private static RuleResult size(CourtProfile court, long bytes, long most, String code, String rule) {
        return RuleResult.of(
                "8",
                bytes > most ? Outcome.NEEDS_PERSON : Outcome.MET,
                code,
                Math.ceilDiv(bytes, MEGABYTE),
                most / MEGABYTE,
                court.source(rule));
    }
}
