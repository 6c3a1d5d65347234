package io.eastwest.routing.ambient;

import io.eastwest.routing.view.WorkloadInstance;

/**
 * Identities as ztunnels expect them: of the trust domain of their own control plane, wherever the workload runs. Mirrors
 * istio 1.30.3 {@code pilot/pkg/serviceregistry/ambient/workloads.go:pickTrustDomain}.
 */
final class Identities {
    private static final String ACCOUNT = "/sa/";

    private Identities() {}

    static String principal(String trustDomain, WorkloadInstance workload) {
        int account = workload.serviceAccount().lastIndexOf(ACCOUNT);
        String name = account < 0 ? "" : workload.serviceAccount().substring(account + ACCOUNT.length());
        return principal(trustDomain, workload.namespace(), name);
    }

    static String principal(String trustDomain, String namespace, String account) {
        return trustDomain + "/ns/" + namespace + ACCOUNT + account;
    }
}
