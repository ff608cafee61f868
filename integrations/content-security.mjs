export const contentSecurity = () => ({ name: 'content-security', hooks: {} })
