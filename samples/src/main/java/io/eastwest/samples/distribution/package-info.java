/** Answers: how do 80 % stay in the own region while 20 % go to the other? */
@NullMarked
package io.eastwest.samples.distribution;

import org.jspecify.annotations.NullMarked;
