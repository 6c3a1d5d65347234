package io.eastwest.model.istio.security;

import java.util.List;
import java.util.Optional;

/**
 * What a policy applies to: workloads by label, or resources by reference. At most one of the three ways may be
 * used; none means the whole namespace, in the root namespace the whole mesh.
 *
 * <p>Mirrors istio/api v1.30.3 type/v1beta1/selector.proto:PolicyTargetReference. Not meant to be implemented
 * by users.
 */
public interface PolicyTarget {
    /** {@return the workloads by label; present without labels: all of the scope} */
    Optional<PolicyWorkloadSelector> selector();

    /** {@return the one resource that the policy is attached to; older form of {@link #targetRefs()}} */
    Optional<PolicyTargetReference> targetRef();

    /** {@return the resources that the policy is attached to} */
    List<PolicyTargetReference> targetRefs();

    /**
     * {@return the resources the policy is attached to, whichever field names them}
     */
    default List<PolicyTargetReference> targets() {
        return targetRefs().isEmpty() ? targetRef().map(List::of).orElseGet(List::of) : targetRefs();
    }
}
