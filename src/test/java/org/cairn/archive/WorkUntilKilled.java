package org.cairn.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.cairn.crypto.Argon2Cost;
import org.cairn.domain.Reference;
import org.cairn.progress.Progress;

/// Records and takes in without end, and says on standard output what it was told is kept; somebody kills it.
public final class WorkUntilKilled {

    private WorkUntilKilled() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path papers = Path.of(arguments[1]);
        Environment environment = new Environment(Clock.systemUTC(), new SecureRandom(), new Argon2Cost(64, 1, 1));
        Archive archive = Archives.open(folder, OpenArchive.USER, OpenArchive.passphrase(), environment);
        Reference witness = Reference.parse(arguments[2]);
        say("ready");
        for (int i = 0; ; i++) {
            say(archive.testimonies()
                    .keep(OpenArchive.testimony(witness, "Paragraph " + i))
                    .reference());
            archive.drafts().save("draft", "{\"at\":" + i + "}");
            Path paper = Files.writeString(
                    papers.resolve(i + "-" + System.nanoTime() + ".txt"), "Paper " + System.nanoTime());
            archive.evidence()
                    .take(List.of(paper), OpenArchive.terms(org.cairn.domain.Protection.RESTRICTED), Progress.none())
                    .files()
                    .forEach(taken -> say(taken.reference().orElseThrow()));
        }
    }

    private static void say(Object kept) {
        System.out.println(kept);
        System.out.flush();
    }
}
