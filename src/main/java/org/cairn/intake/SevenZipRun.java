package org.cairn.intake;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.input.BoundedInputStream;
import org.xml.sax.SAXException;

/// One archive that 7-Zip takes apart: listed, tried, and then unpacked in one go where all of it is sound, else member
/// by member, so that one broken member does not take the others with it.
final class SevenZipRun {

    /// A process for each: more are not begun.
    private static final int MOST_ONE_BY_ONE = 200;

    private static final int SAID = 1 << 16;

    private final SevenZip program;
    private final String file;
    private final String kind;
    private final Children children;
    private final Unlocking unlocking;

    SevenZipRun(SevenZip program, Path file, String kind, Children children, Unlocking unlocking) {
        this.program = program;
        this.file = file.toString();
        this.kind = kind;
        this.children = children;
        this.unlocking = unlocking;
    }

    void read() throws IOException, SAXException {
        List<ListedMember> members = list("");
        if (!children.fit(members.stream()
                .mapToLong(ListedMember::size)
                .filter(size -> size > 0)
                // a hostile table promises more than a number holds
                .reduce(0, (all, one) -> all > Long.MAX_VALUE - one ? Long.MAX_VALUE : all + one))) {
            // trying it would take all the time there is: as far as it may go is enough
            inOrder(members, "");
            return;
        }
        Said said = ask(members.isEmpty() ? "l" : "t", "");
        if (said.well()) {
            inOrder(members, "");
        } else if (members.isEmpty() && !said.asks()) {
            throw new IOException("not such an archive");
        } else {
            Optional<String> password = unlocking.words().stream()
                    .filter(word -> ask(members.isEmpty() ? "l" : "t", word).well())
                    .findFirst();
            if (password.isPresent()) {
                inOrder(members.isEmpty() ? list(password.get()) : members, password.get());
            } else if (members.isEmpty()) {
                children.miss("password");
            } else {
                oneByOne(members, said.unknown() ? unknown() : "childrenMissing");
            }
        }
    }

    /// What the program said of the archive, and whether all was well.
    private record Said(String words, boolean well) {

        boolean asks() {
            return words.contains("password");
        }

        boolean unknown() {
            return words.contains("Unsupported Method");
        }

        @Override
        public String toString() {
            return "Said";
        }
    }

    /// Some builds of the program come without what is not free in it.
    private String unknown() {
        return kind.equals("Rar5") ? "rar5" : "unsupported";
    }

    private Said ask(String what, String password) {
        Optional<Process> begun = Optional.empty();
        try {
            Process process = start(what, password, "-bse1");
            begun = Optional.of(process);
            try (InputStream said = process.getInputStream()) {
                String words = new String(said.readNBytes(SAID), StandardCharsets.UTF_8);
                said.transferTo(OutputStream.nullOutputStream());
                boolean ended = process.waitFor(10, TimeUnit.SECONDS);
                return new Said(words, ended && process.exitValue() == 0);
            }
        } catch (IOException e) {
            return new Said("", false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Said("", false);
        } finally {
            begun.ifPresent(SevenZip::end);
        }
    }

    private List<ListedMember> list(String password) throws IOException {
        Process process = start("l", password, "-slt", "-ba");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            return ListedMember.of(lines);
        } finally {
            SevenZip.end(process);
        }
    }

    private void inOrder(List<ListedMember> members, String password) throws IOException, SAXException {
        Process process = start("x", password, "-so");
        boolean whole = true;
        try (InputStream all = new BufferedInputStream(process.getInputStream())) {
            for (ListedMember member : members) {
                whole = whole && (members.size() == 1 || member.size() != WholeMember.UNKNOWN);
                if (whole) {
                    whole = take(member, all);
                } else {
                    // where it begins nobody knows any more
                    children.miss("childrenMissing");
                }
            }
            if (whole && all.read() >= 0) {
                children.miss("childrenMissing");
            }
        } finally {
            SevenZip.end(process);
        }
        if (whole && !password.isEmpty()) {
            unlocking.opened(password);
        }
    }

    private boolean take(ListedMember member, InputStream all) throws IOException, SAXException {
        InputStream some = member.size() == WholeMember.UNKNOWN
                ? all
                : BoundedInputStream.builder()
                        .setInputStream(all)
                        .setMaxCount(member.size())
                        .setPropagateClose(false)
                        .get();
        return children.take(member.path(), member(member, some));
    }

    /// The sums of this kind are of another sort.
    private WholeMember member(ListedMember member, InputStream from) {
        return new WholeMember(() -> from, member.size(), kind.equals("lzh") ? WholeMember.UNKNOWN : member.checksum());
    }

    /// @param reason why one does not come out, where that is not said of it alone
    private void oneByOne(List<ListedMember> members, String reason) throws IOException, SAXException {
        int begun = 0;
        for (ListedMember member : members) {
            if (member.locked()) {
                children.miss("password");
            } else if (begun < MOST_ONE_BY_ONE) {
                begun++;
                one(member, reason);
            } else {
                children.miss("childrenMissing");
            }
        }
        if (children.found() == children.expected()) {
            throw new IOException("not sound as a whole, though all that it lists came");
        }
    }

    /// Which member is wanted stands in a file in memory: everybody on the machine can see what a process is started
    /// with.
    private void one(ListedMember member, String reason) throws IOException, SAXException {
        Path wanted = Files.createTempFile(Path.of(System.getProperty("java.io.tmpdir")), "wanted", "");
        try {
            Files.writeString(wanted, member.path() + "\n");
            Process process = start("x", "", "-so", "-spd", "-scsUTF-8", "-i@" + wanted);
            try (InputStream one = new BufferedInputStream(process.getInputStream())) {
                if (!children.take(member.path(), member(member, one))) {
                    children.explain(reason);
                }
            } finally {
                SevenZip.end(process);
            }
        } finally {
            Files.deleteIfExists(wanted);
        }
    }

    private Process start(String what, String password, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(what, "-t" + kind, "-sccUTF-8", "-mmt=1", "-bd"));
        command.addAll(List.of(more));
        command.addAll(List.of("--", file));
        Process process = program.start(password, command);
        children.started(process);
        return process;
    }
}
