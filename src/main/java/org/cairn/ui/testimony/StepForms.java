package org.cairn.ui.testimony;

import java.util.List;
import java.util.Optional;
import org.cairn.domain.Reference;
import org.cairn.ui.common.Desk;
import org.jspecify.annotations.Nullable;

/// The forms beside the account: each made when first visited and kept as long as the statement is taken, so that
/// going from step to step loses nothing.
final class StepForms implements StepForm {

    private final Desk desk;
    private final Reference witness;
    private final Taking taking;
    private final Runnable consented;
    private @Nullable RiskViewModel risk;
    private @Nullable ConsentViewModel consent;
    private @Nullable WitnessViewModel whose;

    /// @param consented called once decisions were kept
    StepForms(Desk desk, Taking taking, Runnable consented) {
        this.desk = desk;
        this.witness = taking.draft().witness;
        this.taking = taking;
        this.consented = consented;
    }

    RiskViewModel risk() {
        RiskViewModel form = risk == null ? new RiskViewModel(desk, witness) : risk;
        risk = form;
        return form;
    }

    ConsentViewModel consent() {
        ConsentViewModel form = consent == null ? new ConsentViewModel(desk, taking, consented) : consent;
        consent = form;
        return form;
    }

    /// Who interpreted while consent was asked for, where somebody was named.
    Optional<String> interpreterOfConsent() {
        return Optional.ofNullable(consent)
                .map(form -> form.terms().interpreter.get().strip())
                .filter(name -> !name.isEmpty());
    }

    WitnessViewModel witness() {
        WitnessViewModel form = whose == null ? new WitnessViewModel(desk, witness) : whose;
        whose = form;
        return form;
    }

    /// Who the witness is, where somebody has been at that form.
    Optional<IdentityForm> identity() {
        return Optional.ofNullable(whose).map(WitnessViewModel::identity);
    }

    @Override
    public Runnable parting() {
        List<Runnable> all = made().stream().map(StepForm::parting).toList();
        return () -> all.forEach(Runnable::run);
    }

    @Override
    public void close() {
        made().forEach(StepForm::close);
    }

    private List<StepForm> made() {
        return java.util.stream.Stream.of(
                        Optional.<StepForm>ofNullable(risk),
                        Optional.<StepForm>ofNullable(consent),
                        Optional.<StepForm>ofNullable(whose))
                .flatMap(Optional::stream)
                .toList();
    }
}
