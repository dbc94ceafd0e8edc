/**
 * Code that breaks each rule of the architecture once, to show that the rules find it.
 * Outside the application's base package, so that nothing of it is ever started.
 */
package violations;
