package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.archive.User;
import org.cairn.domain.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists who may unlock the archive, or lets somebody in.
@Command(name = "users", footer = "  cairn users --add layla --role ANALYST --new-passphrase-file layla.txt")
final class UsersCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Option(names = "--add", paramLabel = "NAME")
    private String add = "";

    @Option(names = "--role", split = ",", paramLabel = "ROLE")
    private List<Role> roles = List.of();

    @Option(names = "--new-passphrase-file", paramLabel = "FILE")
    private String newPassphraseFile = "";

    @Override
    public Integer call() {
        return options.with(archive -> {
            if (!add.isBlank()) {
                admit(archive);
            }
            list(archive);
            return ExitCode.DONE;
        });
    }

    private void admit(Archive archive) {
        char[] passphrase = newPassphraseFile.isBlank() ? new char[0] : GivenText.firstLine(newPassphraseFile);
        try {
            archive.users().add(add, roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles), passphrase);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    private void list(Archive archive) {
        Output output = options.output();
        ObjectNode document = Output.object();
        ArrayNode users = document.putArray("users");
        for (User user : archive.users().list()) {
            List<String> held = user.roles().stream().map(Role::name).sorted().toList();
            Words words = output.words();
            output.line(user.name() + "  " + words.list(held.stream().map(role -> words.named("role", role))));
            ArrayNode names = users.addObject().put("name", user.name()).putArray("roles");
            held.forEach(names::add);
        }
        output.document(document);
    }
}
