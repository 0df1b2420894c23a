package dev.kontor.review.joint;

import dev.kontor.api.review.OpinionForm;
import dev.kontor.api.wall.Wall;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The opinion forms of the departments that run now, as they are to be called. */
@Component(service = OpinionForms.class)
public final class OpinionForms {

    private final List<OpinionForm> forms = new CopyOnWriteArrayList<>();
    private final Wall wall;

    @Activate
    public OpinionForms(@Reference Wall wall) {
        this.wall = wall;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void bind(OpinionForm form) {
        OpinionForm guarded = wall.guard(OpinionForm.class, form);
        wall.speaks(guarded);
        forms.add(guarded);
    }

    void unbind(OpinionForm form) {
        forms.remove(wall.guard(OpinionForm.class, form));
    }

    public Optional<OpinionForm> of(String department) {
        return forms.stream().filter(wall::speaks).filter(form -> form.department().equals(department)).findFirst();
    }
}
