package org.cairn;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/// The rule that nothing may reach another machine, or be reached by one: sockets, channels, whatever opens a URL.
final class NoWayOut {

    /// Names of things, which open nothing by themselves.
    private static final Set<String> NAMES =
            Set.of("java.net.URI", "java.net.URL", "java.net.URISyntaxException", "java.net.MalformedURLException");

    private static final Set<String> HARMLESS = Set.of("toExternalForm", "toString", "equals", "hashCode");

    private static final Set<String> PACKAGES = Set.of(
            "java.net",
            "javax.net",
            "java.rmi",
            "javax.naming",
            "javax.management.remote",
            "com.sun.net",
            "com.sun.jndi",
            "jdk.net",
            "sun.net",
            "javafx.scene.web",
            "javafx.scene.media");

    private static final Set<String> CLASSES = Set.of(
            "java.nio.channels.NetworkChannel",
            "java.nio.channels.SocketChannel",
            "java.nio.channels.ServerSocketChannel",
            "java.nio.channels.DatagramChannel",
            "java.nio.channels.MulticastChannel",
            "java.nio.channels.AsynchronousSocketChannel",
            "java.nio.channels.AsynchronousServerSocketChannel",
            "java.nio.channels.spi.SelectorProvider",
            "java.awt.Desktop",
            "javafx.application.HostServices");

    /// Shuts the ways out of a reading or drawing process, for which it must name them.
    private static final String SHUTS = "org\\.cairn\\.outside\\.NoNetwork.*";

    static final ArchRule RULE = noClasses()
            .that()
            .haveNameNotMatching(SHUTS)
            .should()
            .dependOnClassesThat(DescribedPredicate.describe("reach another machine", NoWayOut::network))
            .orShould()
            .accessTargetWhere(DescribedPredicate.describe("a URL is opened", NoWayOut::opens));

    private NoWayOut() {}

    private static boolean network(JavaClass type) {
        String name = type.getFullName();
        return CLASSES.contains(name)
                || (!NAMES.contains(name)
                        && PACKAGES.stream()
                                .anyMatch(place -> type.getPackageName().equals(place)
                                        || type.getPackageName().startsWith(place + ".")));
    }

    /// A call on a URL, or one that hands a URL on, or a picture that the toolkit fetches by its address.
    private static boolean opens(JavaAccess<?> access) {
        if (!(access instanceof JavaCall<?> call)) {
            return false;
        }
        String owner = call.getTargetOwner().getFullName();
        boolean onUrl = owner.equals("java.net.URL") && !HARMLESS.contains(call.getName());
        boolean withUrl = call.getTarget().getRawParameterTypes().stream()
                .anyMatch(type -> type.getFullName().equals("java.net.URL"));
        boolean byAddress = owner.equals("javafx.scene.image.Image")
                && call.getTarget().getRawParameterTypes().stream()
                        .anyMatch(type -> type.getFullName().equals("java.lang.String"));
        return onUrl || withUrl || byAddress;
    }
}
