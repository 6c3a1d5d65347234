package io.eastwest.render.compare;

import io.eastwest.render.style.RenderValue;
import io.eastwest.routing.question.MeshFailure;
import java.util.List;
import java.util.function.Predicate;
import org.immutables.value.Value;

/** What one failure does to a mesh of one install model. Not meant to be implemented by users. */
@RenderValue
@Value.Immutable
public interface FailureImpact {
    /** {@return what fails} */
    MeshFailure failure();

    /** {@return pairs of a calling place and a service whose calls end otherwise than before} */
    List<PairImpact> changed();

    /** {@return how many pairs still have a caller} */
    int calling();

    /** {@return what goes on in each cluster with workloads, in the order of the mesh} */
    List<ClusterSurvival> clusters();

    /** {@return pairs that lose all calls} */
    default List<PairImpact> lost() {
        return select(PairImpact::isLost);
    }

    /** {@return pairs that lose a part of their calls} */
    default List<PairImpact> partlyLost() {
        return select(PairImpact::isPartlyLost);
    }

    /** {@return pairs that their own region, or own cluster where there are no regions, answers no longer} */
    default List<PairImpact> withoutLocality() {
        return select(PairImpact::losesLocality);
    }

    private List<PairImpact> select(Predicate<PairImpact> wanted) {
        return changed().stream().filter(wanted).toList();
    }

    /** {@return whether it takes all calls from a pair although endpoints of the service are up elsewhere} */
    default boolean isSinglePointOfFailure() {
        return lost().stream().anyMatch(PairImpact::endpointsElsewhere);
    }

    /** {@return clusters that run on without a control plane, in the order of the mesh} */
    default List<String> frozen() {
        return clusters().stream()
                .filter(ClusterSurvival::isFrozen)
                .map(ClusterSurvival::cluster)
                .toList();
    }

    /** {@return an empty builder} */
    static FailureImpactBuilder builder() {
        return new FailureImpactBuilder();
    }
}
