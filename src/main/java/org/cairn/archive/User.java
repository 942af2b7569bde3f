package org.cairn.archive;

import java.util.Set;
import org.cairn.domain.Protection;
import org.cairn.domain.Role;

/// Somebody who can unlock the archive.
///
/// @param name the name or code they unlock it with
/// @param roles what they may do
public record User(String name, Set<Role> roles) {
    public User {
        roles = Set.copyOf(roles);
    }

    /// The highest protection they see.
    public Protection clearance() {
        return Role.clearance(roles);
    }

    @Override
    public String toString() {
        return "User " + roles;
    }
}
