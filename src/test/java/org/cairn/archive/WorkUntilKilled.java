package org.cairn.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.cairn.crypto.Argon2Cost;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.search.SearchRequest;
import org.cairn.progress.Progress;

/// Records, takes in and, where asked to, bundles without end, and says on standard output what it was told is kept,
/// with what it was; somebody kills it.
public final class WorkUntilKilled {

    private WorkUntilKilled() {}

    public static void main(String[] arguments) throws IOException {
        Path papers = Path.of(arguments[1]);
        Reference witness = Reference.parse(arguments[2]);
        Environment environment = new Environment(Clock.systemUTC(), new SecureRandom(), new Argon2Cost(64, 1, 1));
        Archive archive = Archives.open(Path.of(arguments[0]), OpenArchive.USER, OpenArchive.passphrase(), environment);
        archive.policies().putSearchesInLedger(true);
        say("ready", "");
        for (int i = 0; ; i++) {
            String words = "Words " + System.nanoTime();
            Reference kept = archive.testimonies()
                    .keep(OpenArchive.testimony(witness, words))
                    .reference();
            say(kept, words);
            archive.drafts().save("draft", "{\"at\":" + i + "}");
            String paper = "Paper " + System.nanoTime();
            Path file = Files.writeString(papers.resolve(i + "-" + System.nanoTime() + ".txt"), paper);
            Reference item = archive.evidence()
                    .take(List.of(file), OpenArchive.terms(Protection.RESTRICTED), Progress.none())
                    .files()
                    .getFirst()
                    .reference()
                    .orElseThrow();
            say(item, paper);
            searchAndFreeze(archive);
            if (arguments.length > 3) {
                say("bundle", bundle(archive, Reference.parse(arguments[3]), item, Path.of(arguments[4])));
            }
        }
    }

    /// What a kill leaves of it, verification finds: a search without its result, a result without its search, a line
    /// of the ledger without what was asked.
    private static void searchAndFreeze(Archive archive) {
        SavedSearches searches = archive.savedSearches();
        Reference search = searches.save("s", SearchRequest.of("words"), Protection.SEALED, Progress.none())
                .reference();
        searches.keep(searches.run(search, Progress.none()));
        searches.freeze(search, "l", Protection.SEALED);
    }

    private static Path bundle(Archive archive, Reference sealed, Reference item, Path bundles) {
        return archive.bundles()
                .write(BundlesTest.draft(sealed, item), Choices.NONE, bundles, Progress.none())
                .pdf();
    }

    private static void say(Object kept, Object what) {
        System.out.println(kept + "\t" + what);
        System.out.flush();
    }
}
