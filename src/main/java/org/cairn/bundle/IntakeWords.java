package org.cairn.bundle;

import java.util.Locale;
import java.util.Optional;
import org.cairn.domain.custody.IntakeAccount.Line;
import org.cairn.domain.custody.IntakeAccount.Read;
import org.cairn.domain.custody.OfferedFile.Fate;
import org.cairn.i18n.Messages;

/// What became of a file, in plain words.
final class IntakeWords {

    private final Words words;
    private final Messages reading;

    IntakeWords(Locale language) {
        this.words = new Words(language);
        this.reading = Messages.of("reading", language);
    }

    Words words() {
        return words;
    }

    /// What became of it, and how far it could be read.
    String state(Line line) {
        if (line.withheld()) {
            return words.text("intake.withheld");
        }
        String fate = words.text("intake.fate." + line.file().fate().name());
        return line.file().fate() == Fate.TAKEN ? words.text("intake.both", fate, read(line.reading())) : fate;
    }

    private String read(Optional<Read> read) {
        return status(read.map(known -> known.status().name()).orElse("WAITING"));
    }

    String status(String code) {
        return reading.text("status." + code);
    }

    /// The code of why it was not taken, or not read whole; empty where there is nothing to say.
    static String reason(Line line) {
        String ofFile = line.file().reason();
        return ofFile.isEmpty() ? line.reading().map(Read::reason).orElse("") : ofFile;
    }

    /// The sentences of a reason.
    String reason(String code) {
        return code.isEmpty() ? "" : reading.has("reason." + code) ? reading.text("reason." + code) : code;
    }

    /// How many it says it holds, and how many of them came out; nothing where it holds none.
    String inside(Line line) {
        return line.reading()
                .filter(read -> read.expected() > 0 || read.found() > 0)
                .map(read -> words.text("intake.foundOf", read.found(), Math.max(read.expected(), read.found())))
                .orElse("");
    }
}
