package dev.kontor.review.joint;

import dev.kontor.api.review.OpinionForm;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The opinion forms of the departments that run now. */
@Component(service = OpinionForms.class)
public final class OpinionForms {

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<OpinionForm> forms = List.of();

    public Optional<OpinionForm> of(String department) {
        return forms.stream().filter(form -> form.department().equals(department)).findFirst();
    }
}
