package org.cairn.ui.testimony;

/// A form beside the account whose entries are saved until they are kept.
interface StepForm extends AutoCloseable {

    /// What must still be saved before the archive closes, for any thread.
    Runnable parting();

    /// Stops saving by itself.
    @Override
    void close();
}
