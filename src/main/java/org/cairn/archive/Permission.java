package org.cairn.archive;

import static org.cairn.domain.Role.ANALYST;
import static org.cairn.domain.Role.COUNSEL;
import static org.cairn.domain.Role.IDENTITY_CUSTODIAN;
import static org.cairn.domain.Role.OWNER;
import static org.cairn.domain.Role.RECORDER;

import java.util.EnumSet;
import java.util.Set;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Role;

/// What a person may do, and which roles allow it.
enum Permission {
    /// Keep and revise records, take evidence in.
    RECORD("record", EnumSet.of(RECORDER, ANALYST, COUNSEL, OWNER)),
    /// Read records and evidence, search: not an auditor, who reads the ledger and never a record.
    READ("read", EnumSet.of(RECORDER, ANALYST, COUNSEL, OWNER, IDENTITY_CUSTODIAN)),
    /// Write a bundle, or take original bytes out.
    EXPORT("export", EnumSet.of(COUNSEL, OWNER)),
    /// Say that something was tied to a witness by mistake.
    UNTIE("untie", EnumSet.of(COUNSEL, OWNER)),
    /// Read who a witness is.
    READ_IDENTITY("readIdentity", EnumSet.of(IDENTITY_CUSTODIAN)),
    /// Read the ledger and verify.
    AUDIT("audit", EnumSet.allOf(Role.class)),
    /// Let others in.
    ADMINISTER("administer", EnumSet.of(OWNER));

    private final String action;
    private final Set<Role> roles;

    Permission(String action, Set<Role> roles) {
        this.action = action;
        this.roles = roles;
    }

    /// Refuses somebody who holds none of the roles.
    void require(User user) {
        if (!allows(user)) {
            throw new ArchiveException.NotPermitted(action);
        }
    }

    /// Whether somebody holds one of the roles.
    boolean allows(User user) {
        return user.roles().stream().anyMatch(roles::contains);
    }
}
