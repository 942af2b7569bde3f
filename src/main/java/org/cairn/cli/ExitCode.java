package org.cairn.cli;

import org.cairn.domain.ArchiveException;

/// What the shell is told, so that scripts can tell a refusal from damage.
final class ExitCode {
    static final int DONE = 0;
    static final int CHECK_FAILED = 1;
    static final int USAGE = 2;
    static final int REFUSED = 3;
    static final int NOT_OPENED = 4;
    static final int DAMAGED = 5;
    static final int INPUT_NOT_READ = 6;
    static final int FAULT = 70;

    private ExitCode() {}

    static int of(ArchiveException e) {
        return switch (e) {
            case ArchiveException.BundleRefused refused -> CHECK_FAILED;
            case ArchiveException.ProtectedWordsLeft left -> CHECK_FAILED;
            case ArchiveException.InvalidInput invalid -> USAGE;
            case ArchiveException.QueryNotUnderstood query -> USAGE;
            case ArchiveException.NotFound missing -> USAGE;
            case ArchiveException.AlreadyThere there -> USAGE;
            case ArchiveException.NotPermitted refused -> REFUSED;
            case ArchiveException.ConsentMissing refused -> REFUSED;
            case ArchiveException.ProtectionTooClose refused -> REFUSED;
            case ArchiveException.ClosedInside refused -> REFUSED;
            case ArchiveException.RecordSealed refused -> REFUSED;
            case ArchiveException.NotReady refused -> REFUSED;
            case ArchiveException.ChangedMeanwhile refused -> REFUSED;
            case ArchiveException.RecoveryMistyped invalid -> USAGE;
            case ArchiveException.WrongPassphrase closed -> NOT_OPENED;
            case ArchiveException.WrongRecovery closed -> NOT_OPENED;
            case ArchiveException.NoRecoveryKit closed -> NOT_OPENED;
            case ArchiveException.InUse closed -> NOT_OPENED;
            case ArchiveException.NewerFormat closed -> NOT_OPENED;
            case ArchiveException.NotAnArchive closed -> NOT_OPENED;
            case ArchiveException.Damaged damaged -> DAMAGED;
            case ArchiveException.StorageFull full -> INPUT_NOT_READ;
            case ArchiveException.MemoryFull full -> INPUT_NOT_READ;
            case ArchiveException.NotReachable unreachable -> INPUT_NOT_READ;
            case ArchiveException.ReaderNotStarted notStarted -> INPUT_NOT_READ;
            case ArchiveException.NoSound silent -> INPUT_NOT_READ;
            case ArchiveException.MissingProgram missing -> INPUT_NOT_READ;
            case ArchiveException.NotConverted unseen -> INPUT_NOT_READ;
        };
    }
}
