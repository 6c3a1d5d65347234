/**
 * Answers: which endpoints has a proxy's outlier detection ejected at a given time, after given results?
 *
 * <p>A state machine over supplied events and times: {@link io.eastwest.routing.outlier.OutlierState} in, state out. Each proxy has
 * one state per cluster, so each subset and port is counted apart. All types are immutable and safe for use by many threads.
 *
 * <p>Mirrors istio 1.30.3 pilot/pkg/networking/core/cluster_traffic_policy.go:applyOutlierDetection and envoy 1.38
 * source/common/upstream/outlier_detection_impl.cc.
 */
@NullMarked
package io.eastwest.routing.outlier;

import org.jspecify.annotations.NullMarked;
