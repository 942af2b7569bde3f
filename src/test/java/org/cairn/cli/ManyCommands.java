package org.cairn.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.LogManager;
import javax.imageio.ImageIO;
import org.cairn.archive.Environment;
import org.cairn.crypto.Argon2Cost;
import org.cairn.intake.Limits;
import org.cairn.intake.Workers;

/// One command after another in the same process: each line of standard input holds the arguments of one, as JSON.
/// The archives that they open share who reads for them: starting a reader costs more than all it reads for a command.
/// After each, a line on standard output and on standard error says that it ended, and with what exit code.
public final class ManyCommands {

    /// Begins the line that says that a command has ended; its exit code follows.
    static final String ENDED = "-- ended with ";

    private ManyCommands() {}

    public static void main(String[] none) throws Exception {
        ImageIO.setUseCache(false);
        // nothing but the commands is to be heard
        LogManager.getLogManager().reset();
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.setIn(new ByteArrayInputStream(new byte[0]));
        Environment environment = new Environment(
                Clock.systemUTC(), new SecureRandom(), Argon2Cost.DEFAULT, Optional.of(new Workers(Limits.DEFAULT)));
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            String[] arguments = JsonMapper.builder().build().readValue(line, String[].class);
            int exit = Cairn.run(arguments, fault -> UUID.randomUUID().toString(), environment);
            Cairn.out().print("\n" + ENDED + exit + "\n");
            Cairn.out().flush();
            Cairn.err().print("\n" + ENDED + exit + "\n");
            Cairn.err().flush();
        }
    }
}
