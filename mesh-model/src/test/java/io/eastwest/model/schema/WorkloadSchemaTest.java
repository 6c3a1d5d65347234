package io.eastwest.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadSchemaTest {
    @Nested
    class Deployments {
        @Test
        void takesWhatIsInOrder() {
            assertThat(SchemaLines.of("apps/v1", "Deployment", """
                            selector: {matchLabels: {app: a}, matchExpressions: [{key: b, operator: Exists}, {key: c, operator: NotIn, values: [d]}]}
                            template: {metadata: {labels: {app: a, b: c}}, spec: {containers: [{name: a, image: b}]}}
                            strategy: {rollingUpdate: {maxUnavailable: 0, maxSurge: 1}}
                            """)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " => ", quoteCharacter = '\u00a7', textBlock = """
                {selector: {}, template: {spec: {containers: [{name: a, image: b}]}}} => selector: must not be empty: it would select every pod; add a label [f.yaml:4:18] TOO_FEW_ITEMS
                {selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: b}}, spec: {containers: [{name: a, image: b}]}}} => template.metadata.labels: do not match the selector, which asks for "app=a"; give the template these labels [f.yaml:4:73] SELECTOR_MISMATCH
                {selector: {matchExpressions: [{key: app, operator: In, values: [a]}, {key: b, operator: DoesNotExist}]}, template: {metadata: {labels: {app: c, b: d}}, spec: {containers: [{name: a, image: b}]}}} => template.metadata.labels: do not match the selector, which asks for "app In, b DoesNotExist"; give the template these labels [f.yaml:4:143] SELECTOR_MISMATCH
                {selector: {matchExpressions: [{key: app, operator: NotIn}]}, template: {spec: {containers: [{name: a, image: b}]}}} => selector.matchExpressions[0].values: required with operator NotIn but not set; add a value [f.yaml:4:38] MISSING_FIELD
                {selector: {matchExpressions: [{key: app, operator: DoesNotExist, values: [a]}]}, template: {spec: {containers: [{name: a, image: b}]}}} => selector.matchExpressions[0].values: must not be set with operator DoesNotExist; remove it or use operator In [f.yaml:4:81] FIELD_CONFLICT
                {selector: {matchExpressions: [{key: "a b", operator: DoesNotExist}]}, template: {spec: {containers: [{name: a, image: b}]}}} => selector.matchExpressions[0].key: must be a name of up to 63 characters, also with a domain and / in front but was "a b" [f.yaml:4:44] TEXT_MALFORMED
                {replicas: -1, selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a, image: b}]}}} => replicas: must be 0 or more but was -1; use a number in range [f.yaml:4:18] NUMBER_OUT_OF_BOUNDS
                {selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {}}} => template.spec.containers: required but not set; add it [f.yaml:4:90] MISSING_FIELD
                {selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a}]}}} => template.spec.containers[0].image: required but not set; add it [f.yaml:4:104] MISSING_FIELD
                {selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a, image: b}], restartPolicy: Never}}} => template.spec.restartPolicy: must be Always, as the pods of this kind run until they are stopped, but was "Never"; remove it [f.yaml:4:141] UNKNOWN_ENUM_VALUE
                {selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a, image: b}], activeDeadlineSeconds: 5}}} => template.spec.activeDeadlineSeconds: must not be set: the pods of this kind run until they are stopped; remove it [f.yaml:4:149] FIELD_CONFLICT
                {strategy: {type: Recreate, rollingUpdate: {}}, selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a, image: b}]}}} => strategy.rollingUpdate: must not be set with type Recreate; remove it or change the type [f.yaml:4:50] FIELD_CONFLICT
                {strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 0%}}, selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a, image: b}]}}} => strategy.rollingUpdate.maxUnavailable: must not be 0 when maxSurge is 0: no pod could be replaced; raise one of them [f.yaml:4:64] FIELD_CONFLICT
                {strategy: {rollingUpdate: {maxSurge: 25, maxUnavailable: 101%}}, selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a, image: b}]}}} => strategy.rollingUpdate.maxUnavailable: must be at most 100% but was 101%; lower it [f.yaml:4:65] NUMBER_OUT_OF_BOUNDS
                {strategy: {rollingUpdate: {maxSurge: "25"}}, selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a, image: b}]}}} => strategy.rollingUpdate.maxSurge: must be a number or a percentage such as 25% but was "25" [f.yaml:4:45] TEXT_MALFORMED
                {strategy: {rollingUpdate: {maxSurge: -1}}, selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a, image: b}]}}} => strategy.rollingUpdate.maxSurge: must be 0 or more but was -1; use a number in range [f.yaml:4:45] NUMBER_OUT_OF_BOUNDS
                {progressDeadlineSeconds: 5, minReadySeconds: 5, selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a, image: b}]}}} => progressDeadlineSeconds: must be more than minReadySeconds, 5, but was 5; raise it [f.yaml:4:33] FIELD_CONFLICT
                """)
        void refusesWhatIsNot(String spec, String line) {
            assertThat(SchemaLines.of("apps/v1", "Deployment", spec))
                    .containsExactly("ERROR Deployment/shop/a spec." + line);
        }
    }

    @Nested
    class StatefulSets {
        @ParameterizedTest
        @CsvSource(delimiterString = " => ", quoteCharacter = '\u00a7', textBlock = """
                {serviceName: A, selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a, image: b}]}}} => serviceName: must be lower-case letters, digits and - with a letter or digit at both ends but was "A" [f.yaml:4:21] TEXT_MALFORMED
                {updateStrategy: {type: OnDelete, rollingUpdate: {}}, selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a, image: b}]}}} => updateStrategy.rollingUpdate: must not be set with type OnDelete; remove it or change the type [f.yaml:4:56] FIELD_CONFLICT
                {updateStrategy: {rollingUpdate: {maxUnavailable: 0}}, selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a, image: b}]}}} => updateStrategy.rollingUpdate.maxUnavailable: must not be 0: no pod could be replaced; raise it [f.yaml:4:57] NUMBER_OUT_OF_BOUNDS
                """)
        void refusesWhatIsNot(String spec, String line) {
            assertThat(SchemaLines.of("apps/v1", "StatefulSet", spec))
                    .containsExactly("ERROR StatefulSet/shop/a spec." + line);
        }
    }

    @Nested
    class DaemonSets {
        @Test
        void takesWhatIsInOrder() {
            assertThat(SchemaLines.of("apps/v1", "DaemonSet", """
                            selector: {matchLabels: {app: a}}
                            template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a, image: b}], restartPolicy: Always}}
                            updateStrategy: {rollingUpdate: {maxUnavailable: 0, maxSurge: 10%}}
                            """)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " => ", quoteCharacter = '\u00a7', textBlock = """
                {updateStrategy: {rollingUpdate: {maxSurge: 1}}, selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a, image: b}]}}} => updateStrategy.rollingUpdate.maxSurge: must be 0 unless maxUnavailable is 0; set maxUnavailable: 0 or remove it [f.yaml:4:51] FIELD_CONFLICT
                {updateStrategy: {rollingUpdate: {maxUnavailable: 0}}, selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a, image: b}]}}} => updateStrategy.rollingUpdate.maxUnavailable: must not be 0 when maxSurge is 0: no pod could be replaced; raise one of them [f.yaml:4:57] FIELD_CONFLICT
                {updateStrategy: {type: Rolling}, selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a, image: b}]}}} => updateStrategy.type: unknown value "Rolling"; write one of OnDelete, RollingUpdate [f.yaml:4:31] UNKNOWN_ENUM_VALUE
                """)
        void refusesWhatIsNot(String spec, String line) {
            assertThat(SchemaLines.of("apps/v1", "DaemonSet", spec))
                    .containsExactly("ERROR DaemonSet/shop/a spec." + line);
        }
    }

    @Nested
    class Pods {
        @Test
        void takesWhatIsInOrder() {
            assertThat(SchemaLines.of("v1", "Pod", """
                            serviceAccountName: ""
                            hostNetwork: true
                            containers: [{name: a, ports: [{containerPort: 80, name: http, hostPort: 80}, {containerPort: 80, name: dns, protocol: UDP}]}, {name: b, ports: [{containerPort: 81, name: http}]}]
                            """)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " => ", quoteCharacter = '\u00a7', textBlock = """
                {containers: []} => containers: must not be empty; add one or remove the field [f.yaml:4:20] TOO_FEW_ITEMS
                {containers: [{name: a_b}]} => containers[0].name: must be lower-case letters, digits and - with a letter or digit at both ends but was "a_b" [f.yaml:4:28] TEXT_MALFORMED
                {containers: [{name: a}, {name: a}]} => containers[1].name: must differ but "a" is also the name of containers[0]; change one of them [f.yaml:4:39] DUPLICATE_ITEM
                {containers: [{name: a}], initContainers: [{name: a}]} => initContainers[0].name: must differ but "a" is also the name of containers[0]; change one of them [f.yaml:4:57] DUPLICATE_ITEM
                {containers: [{name: a, ports: [{containerPort: 0}]}]} => containers[0].ports[0].containerPort: must be 1 to 65535 but was 0; use a number in range [f.yaml:4:55] NUMBER_OUT_OF_BOUNDS
                {containers: [{name: a, ports: [{containerPort: 80, name: http--web}]}]} => containers[0].ports[0].name: must be lower-case letters, digits and single - inside, with a letter, at most 15 characters but was "http--web" [f.yaml:4:65] TEXT_MALFORMED
                {containers: [{name: a, ports: [{containerPort: 80, name: "8080"}]}]} => containers[0].ports[0].name: must be lower-case letters, digits and single - inside, with a letter, at most 15 characters but was "8080" [f.yaml:4:65] TEXT_MALFORMED
                {containers: [{name: a, ports: [{containerPort: 80, name: a}, {containerPort: 81, name: a}]}]} => containers[0].ports[1].name: must differ but "a" is also the name of entry 0; change one of them [f.yaml:4:95] DUPLICATE_ITEM
                {containers: [{name: a, ports: [{containerPort: 80, hostPort: 80}]}, {name: b, ports: [{containerPort: 81, hostPort: 80}]}]} => containers[1].ports[0]: takes the port 80 of the node, as does containers[0].ports[0]; change one of them [f.yaml:4:94] DUPLICATE_ITEM
                {hostNetwork: true, containers: [{name: a, ports: [{containerPort: 80, hostPort: 81}]}]} => containers[0].ports[0].hostPort: must be containerPort, 80, with hostNetwork but was 81; remove it [f.yaml:4:88] FIELD_CONFLICT
                {containers: [{name: a, env: [{name: "a=b", value: c}]}]} => containers[0].env[0].name: must be visible ASCII without = but was "a=b"; rename the variable [f.yaml:4:44] TEXT_MALFORMED
                {containers: [{name: a}], serviceAccountName: a_b} => serviceAccountName: must be lower-case letters, digits, - and . with a letter or digit at both ends but was "a_b" [f.yaml:4:53] TEXT_MALFORMED
                {containers: [{name: a}], restartPolicy: always} => restartPolicy: unknown value "always"; write one of Always, OnFailure, Never [f.yaml:4:48] UNKNOWN_ENUM_VALUE
                """)
        void refusesWhatIsNot(String spec, String line) {
            assertThat(SchemaLines.of("v1", "Pod", spec)).containsExactly("ERROR Pod/shop/a spec." + line);
        }
    }
}
