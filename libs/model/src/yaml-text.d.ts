/** A YAML file that is imported gives its text; the bundler and the tests both see to it. */
declare module '*.yml' {
  const text: string;
  export default text;
}
