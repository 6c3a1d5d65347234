package io.eastwest.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A tree of manifests such as a platform team keeps: one VirtualService per service, 40 teams. */
final class BenchmarkManifests {
    private BenchmarkManifests() {}

    /** The texts of {@code count} files. */
    static List<String> virtualServices(int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(virtualService("service-" + i, "team-" + i % 40, i % 7));
        }
        return texts;
    }

    private static String virtualService(String name, String team, int version) {
        return String.format(Locale.ROOT, """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata:
                  name: %1$s
                  namespace: %2$s
                  labels:
                    app: %1$s
                    team: %2$s
                  annotations:
                    example.com/owner: "The people of %2$s"
                spec:
                  hosts:
                  - %1$s.%2$s.svc.cluster.local
                  - %1$s.example.com
                  gateways:
                  - mesh
                  - istio-system/public
                  http:
                  - name: canary
                    match:
                    - uri:
                        prefix: /api/v%3$d
                      headers:
                        x-canary:
                          exact: "true"
                    - uri:
                        exact: /health
                      method:
                        exact: GET
                    route:
                    - destination:
                        host: %1$s.%2$s.svc.cluster.local
                        subset: v2
                        port:
                          number: 8080
                      weight: 100
                    timeout: 5s
                    retries:
                      attempts: 3
                      perTryTimeout: 2s
                      retryOn: 5xx,reset,connect-failure
                  - name: default
                    route:
                    - destination:
                        host: %1$s.%2$s.svc.cluster.local
                        subset: v1
                      weight: 90
                    - destination:
                        host: %1$s.%2$s.svc.cluster.local
                        subset: v2
                      weight: 10
                      headers:
                        request:
                          set:
                            x-version: v2
                    mirror:
                      host: shadow.%2$s.svc.cluster.local
                    mirrorPercentage:
                      value: 0.5
                    fault:
                      delay:
                        percentage:
                          value: 0.1
                        fixedDelay: 5s
                """, name, team, version);
    }
}
